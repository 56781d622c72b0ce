/** Saving: what is downloaded is the file that was opened with the changed cells, for other programs and for our own. */
import { copyFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { check } from '../../../src/cli/commands/check'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { changedParts, partNames } from '../../support/package-parts'
import { muster } from '../../support/browser/command-line'
import { WAYS } from '../../support/browser/hands'
import { sampleIn } from '../../support/browser/sample-files'
import { withWorkbench } from '../../support/browser/with-workbench'
import { valuesOf } from '../../support/values-of'
import { describeWith, python, temporaryFolder } from '../../support/outside-program'

jest.setTimeout(180_000)

const folder = temporaryFolder()

const NOW = '2005-03-20T10:00:00'
const MEMBERS = '党员名册'
const LECTURES = '两课两会'

/** Values of some cells, as openpyxl reads them. */
const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[str(book[sheet].cell(row, column).value), book[sheet].cell(row, column).data_type] for sheet, row, column in json.loads(sys.argv[2])], ensure_ascii=False))
`

interface Told {
  readonly counts: { readonly errors: number; readonly warnings: number; readonly queries: number }
  readonly findings: readonly unknown[]
  readonly score: { readonly total: number }
}

describeWith('chromium', 'saving', () => {
  const workbench = withWorkbench()

  it.each(WAYS)('by %s: the file has the changed cells, and everything else byte for byte; opened again it is the same', async (way) => {
    const { bytes, file } = sampleIn(workbench.folder(), 'learning-mobilization', 'unit-with-faults')
    const bench = await workbench.begin({ way, now: NOW })
    await bench.openSample('unit-with-faults')
    const cells = [[MEMBERS, 4, 6, '007'], [LECTURES, 14, 3, '2005-3-16'], [LECTURES, 14, 7, '75'], [LECTURES, 13, 7, '88']] as const
    for (const [sheet, row, column, text] of cells) {
      await bench.grid.goTo({ sheet, row, column })
      await bench.grid.type(text)
    }
    await bench.grid.holds({ sheet: LECTURES, row: 13, column: 7 }, 88)
    const saved = await bench.save()
    expect(saved.name).toBe(file.name)

    const onDisk = path.join(folder.path, `${way}.xlsx`)
    copyFileSync(saved.path, onDisk)
    const after = readFileSync(onDisk)
    expect(JSON.parse(python(READ, onDisk, JSON.stringify(cells.map(([sheet, row, column]) => [sheet, row, column]))))).toEqual([['007', 's'], ['2005-03-16 00:00:00', 'd'], ['75', 'n'], ['88', 'n']])
    expect(partNames(after)).toEqual(partNames(bytes))
    // Two sheets with the cells; sheets whose formulas came to something else for it.
    const changed = changedParts(bytes, after)
    expect(changed.every((part) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part))).toBe(true)
    const typed = new Set(cells.map(([sheet, row, column]) => `${sheet} ${row} ${column}`))
    expect(differing(bytes, after).filter((cell) => !typed.has(cell) && !isResult(after, cell))).toEqual([])

    const told = ((await muster(check, NOW, 'check', onDisk)) as Told[])[0] as Told
    await bench.check()
    const counted = await bench.counts()
    expect({ errors: counted.error, warnings: counted.warning, queries: counted.query }).toEqual(told.counts)

    const again = await workbench.begin({ way, now: NOW })
    await again.openFile(onDisk)
    for (const [sheet, row, column] of cells) expect(await again.grid.cell({ sheet, row, column })).toMatchObject({ value: (await bench.grid.cell({ sheet, row, column })).value })
    await again.check()
    expect(await again.counts()).toEqual(counted)
  })

  it('without a change gives the file that was opened', async () => {
    const { bytes } = sampleIn(workbench.folder(), 'learning-mobilization', 'office')
    const bench = await workbench.begin({ now: NOW })
    await bench.openSample('office')
    expect(readFileSync((await bench.save()).path).equals(bytes)).toBe(true)
  })
})

/** `sheet row column` of the cells that hold something else. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [left, right] = [valuesOf(read(before)), valuesOf(read(after))]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => JSON.stringify(left[key]) !== JSON.stringify(right[key]))
}

/** A formula that came to something else for what was typed. */
function isResult(bytes: Uint8Array, cell: string): boolean {
  const [, sheet, row, column] = /^(.*) (\d+) (\d+)$/.exec(cell) ?? []
  return read(bytes).sheets.find(({ name }) => name === sheet)?.rows.find((one) => one.row === Number(row))?.cells.find((one) => one.column === Number(column))?.formula !== undefined
}

const read = (bytes: Uint8Array) => readWorkbook(bytes, { compression: nodeCompression })
