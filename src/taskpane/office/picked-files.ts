/** Files as a browser hands them over → files as intake takes them. */
import type { IncomingFile } from '../../app/intake/incoming'
import type { PickedFile } from '../../app/pane/tools'

/** Files chosen in a file field, as they are. */
export function pickedFiles(files: FileList | null): PickedFile[] {
  return [...(files ?? [])].map((file) => ({ name: file.name, load: async () => new Uint8Array(await file.arrayBuffer()) }))
}

/** A file, under the path that it was dropped or chosen with: two folders may hold files of one name. */
export function incomingFile(file: File, path = file.webkitRelativePath || file.name): IncomingFile {
  return { name: path, modified: localTime(new Date(file.lastModified)), load: async () => new Uint8Array(await file.arrayBuffer()) }
}

/** Everything that was dropped, folders with all that is in them. */
export async function droppedFiles(data: DataTransfer): Promise<IncomingFile[]> {
  // Entries have to be taken at once: the list is emptied when the drop is over.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? [])
  if (entries.length === 0) return [...data.files].map((file) => incomingFile(file))
  return (await Promise.all(entries.map(filesIn))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<IncomingFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    return [incomingFile(file, entry.fullPath.replace(/^\//, ''))]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const all: FileSystemEntry[] = []
  // A reader gives a hundred at a time, and nothing at the end.
  for (let some = await next(reader); some.length > 0; some = await next(reader)) all.push(...some)
  return (await Promise.all(all.map(filesIn))).flat()
}

function next(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

/** ISO local date and time to the second. */
function localTime(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}
