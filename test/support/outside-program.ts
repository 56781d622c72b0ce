import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Programs that we did not write, to check what we write: Debian packages, see .ci/run. */
const PROGRAMS = {
  openpyxl: { package: 'python3-openpyxl', probe: ['/usr/bin/python3', '-c', 'import openpyxl'] },
  chromium: { package: 'chromium', probe: ['chromium', '--version'] },
  libreoffice: { package: 'libreoffice-calc-nogui', probe: ['soffice', '--version'] },
  writer: { package: 'libreoffice-writer-nogui', probe: ['/bin/sh', '-c', 'test -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libswlo.so"'] },
} as const

/**
 * Tests that need such a program. Where it is missing they are skipped, loudly; where CI=true they fail, because there a
 * skipped check is a check that nobody makes.
 */
export function describeWith(program: keyof typeof PROGRAMS, name: string, tests: () => void): void {
  const { package: wanted, probe } = PROGRAMS[program]
  const [command, ...args] = probe
  const there = spawnSync(command, args).status === 0
  if (there) return describe(name, tests)
  console.warn(`NOT CHECKED: "${name}" needs ${program}; install ${wanted}`)
  if (process.env.CI === 'true') describe(name, () => it(`needs ${wanted}`, () => expect(`${wanted} is missing`).toBe('installed')))
  else describe.skip(name, tests)
}

/** Runs a Python script; gives what it prints. @throws what it complains of */
export function python(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-W', 'ignore', '-c', script, ...args], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' }, maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** Converts a file by LibreOffice, with a profile of its own. Gives the path of the result. */
export function convert(file: string, format: string, folder: string): string {
  const { status, stderr, stdout } = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${path.join(folder, 'profile')}`, '--convert-to', format, '--outdir', folder, file], { encoding: 'utf8', timeout: 120_000 })
  const result = path.join(folder, `${path.parse(file).name}.${format.split(':')[0]}`)
  if (status !== 0 || !fs.existsSync(result)) throw new Error(`LibreOffice gave no ${format}: ${stdout} ${stderr}`)
  return result
}

/** A folder of its own for one test file, removed when its tests are done. */
export function temporaryFolder(): { readonly path: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-test-'))
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  return { path: folder }
}
