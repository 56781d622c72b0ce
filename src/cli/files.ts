/** Files of the machine. Nothing is overwritten unless the caller says so, and never half-way. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'

/** A file that a command was given. `modified`: ISO local date and time, as the file system has it. */
export interface GivenFile {
  readonly path: string
  /** To show, and to tell apart: its name, with the folders between it and the folder that was given. */
  readonly name: string
  readonly modified: string
}

/** What cannot be done with a file: `code` is a message key, `params` fill it. */
export class FileTrouble extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>>,
  ) {
    super(code)
  }
}

/**
 * The workbooks that paths name: files as they are, folders with everything in them, in name order.
 * Lock and hidden files (`~$x.xlsx`, `.x`) are passed over. Throws FileTrouble `cli/no-such-file`.
 */
export function givenFiles(paths: readonly string[]): GivenFile[] {
  return paths.flatMap((path) => {
    if (!existsSync(path)) throw new FileTrouble('cli/no-such-file', { path })
    if (!statSync(path).isDirectory()) return [given(path, basename(path))]
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => given(file, relative(path, file)))
  })
}

function given(path: string, name: string): GivenFile {
  return { path, name, modified: localTime(statSync(path).mtime) }
}

/** ISO local date and time to the second. */
export function localTime(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/** Bytes of a file. Throws FileTrouble `cli/no-such-file` or `cli/cannot-read`. */
export function readBytes(path: string): Uint8Array {
  if (!existsSync(path)) throw new FileTrouble('cli/no-such-file', { path })
  try {
    return readFileSync(path)
  } catch (error) {
    throw new FileTrouble('cli/cannot-read', { path, reason: (error as Error).message })
  }
}

/**
 * Whether a file can be put there without a word: nothing is there, or the very same bytes, as after a run that
 * was stopped half-way. `bytes` is asked only when something is there. Throws FileTrouble `cli/exists` otherwise.
 */
export function refuseOther(path: string, bytes: () => Uint8Array): void {
  if (existsSync(path) && Buffer.compare(readBytes(path), bytes()) !== 0) throw new FileTrouble('cli/exists', { path })
}

/**
 * Puts a file in place as a whole: written beside, flushed to the disk, then renamed. Whoever reads the path
 * sees the old file or the new one, also when the machine stops in between. Makes the folder when it is missing.
 * Throws FileTrouble `cli/cannot-write`.
 */
export function writeInPlace(path: string, bytes: Uint8Array): void {
  const beside = join(dirname(resolve(path)), `.${basename(path)}.${process.pid}.tmp`)
  try {
    mkdirSync(dirname(resolve(path)), { recursive: true })
    const file = openSync(beside, 'w')
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
    syncFolder(dirname(resolve(path)))
  } catch (error) {
    rmSync(beside, { force: true })
    throw new FileTrouble('cli/cannot-write', { path, reason: (error as Error).message })
  }
}

/** The rename itself has to reach the disk. Folders cannot be opened for that on Windows, where it is not needed. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
