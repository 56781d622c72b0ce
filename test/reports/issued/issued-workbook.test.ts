/** What holds for every workbook that is issued, whatever the campaign, kind and language. */
import { checkWorkbook } from '../../../src/app/check'
import { formName, NAMES } from '../../../src/domain/returns/identity'
import { layoutForm } from '../../../src/domain/returns/layout'
import type { Language } from '../../../src/domain/text'
import { groupWorkbook } from '../../../src/reports/issued/group-workbook'
import { unitWorkbook } from '../../../src/reports/issued/unit-workbook'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../../src/workbook/spec'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { ALL_SHIPPED, UNITS, shipped, wordsFor, type AnyShipped } from '../../support/shipped-campaigns'

const NAMES_OF_PEOPLE = ['王建国', '李秀英', '王建国', '=张伟']
const UNIT = { ...UNITS[1]!, members: NAMES_OF_PEOPLE.map((name) => ({ name })), week: 2 }
const GROUP = { id: '第三督导组', name: '第三督导组', system: '科教文卫系统', headcount: 0, group: '第三督导组', units: UNITS, week: 2 }

function make(id: AnyShipped, kind: 'unit' | 'group', language: Language): WorkbookSpec {
  const campaign = shipped(id)
  return kind === 'unit' ? unitWorkbook(campaign, UNIT, wordsFor(campaign, language)) : groupWorkbook(campaign, GROUP, wordsFor(campaign, language))
}

const CASES = ALL_SHIPPED.flatMap((id) =>
  (['unit', 'group'] as const).filter((kind) => shipped(id).forms[kind].length > 0).flatMap((kind) => (['zh', 'en'] as const).map((language) => [id, kind, language] as const)),
)

const cellsOf = (sheet: SheetSpec): (CellSpec & { row: number })[] => sheet.rows.flatMap(({ row, cells }) => cells.map((cell) => ({ ...cell, row })))
const at = (sheet: SheetSpec, row: number, column: number): CellSpec | undefined => sheet.rows.find((one) => one.row === row)?.cells.find((one) => one.column === column)

describe.each(CASES)('%s, %s workbook, %s', (id, kind, language) => {
  const campaign = shipped(id)
  const spec = make(id, kind, language)
  const forms = campaign.forms[kind].map((form) => ({ form, definition: campaign.form(form), sheet: spec.sheets.find(({ name }) => name === layoutForm(campaign, form, { language }).sheet) as SheetSpec }))
  /** Layouts with the rows that the workbook was prepared with. */
  const layouts = forms.map(({ form, definition, sheet }) => ({ definition, sheet, layout: layoutForm(campaign, form, { language, ...(definition.shape !== 'record' && { rows: preparedRows(spec, form) }) }) }))

  it('has sheets with legal names, no two alike', () => {
    const names = spec.sheets.map(({ name }) => name)
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name) || name === '')).toEqual([])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
  })

  it('keeps the lists hidden and its identity very hidden', () => {
    expect(spec.sheets.slice(-2).map(({ visibility }) => visibility)).toEqual(['hidden', 'veryHidden'])
    expect(spec.sheets.slice(0, -2).every(({ visibility }) => visibility === undefined)).toBe(true)
  })

  it('reads back as issued: everything found, every row blank or prefilled, nothing altered', () => {
    const book = readWorkbook(writeWorkbook(spec, nodeCompression), { compression: nodeCompression })
    const { ret } = checkWorkbook(book, { campaign, today: campaign.calendar.start })
    // Members that came with no more than a name still lack what else is required of them.
    expect(ret.findings.filter(({ code }) => code !== 'cell/required')).toEqual([])
    expect(Object.keys(ret.located).sort()).toEqual([...campaign.forms[kind]].sort())
    expect(ret.identity).toMatchObject({ campaign: id, kind, week: 2, subject: kind === 'unit' ? '002' : '第三督导组' })
    for (const { layout, definition } of layouts) if (definition.shape !== 'record') expect([layout.form, ret.rows[layout.form]?.read]).toEqual([layout.form, layout.rowCount])
  })

  it('opens every input cell and what a check fills, and locks everything else', () => {
    for (const { sheet, layout } of layouts) {
      const inputs = new Set<string>()
      for (const { field, column, row } of layout.columns) {
        const rows = row === undefined ? Array.from({ length: layout.rowCount }, (_, n) => layout.firstRow + n) : [row]
        if (field.type !== 'total') for (const one of rows) {
          const cell = at(sheet, one, column)
          // Given cells that hold something are the office's.
          if (!(field.given && cell?.value !== undefined)) inputs.add(`${one} ${column}`)
        }
        for (const one of rows) for (const filled of [layout.resultColumn, layout.marksColumn]) inputs.add(`${one} ${filled}`)
      }
      const open = cellsOf(sheet).filter(({ style }) => style?.locked === false).map(({ row, column }) => `${row} ${column}`)
      expect([sheet.name, open.sort()]).toEqual([sheet.name, [...inputs].sort()])
    }
  })

  it('protects every sheet, locks every formula, and leaves only sums to be reckoned on opening', () => {
    expect(spec.sheets.filter(({ protection }) => !protection).map(({ name }) => name)).toEqual([])
    const formulas = spec.sheets.flatMap((sheet) => cellsOf(sheet).filter(({ formula }) => formula !== undefined))
    expect(formulas.length).toBeGreaterThan(5)
    expect(formulas.filter(({ style, value, formula }) => style?.locked === false || (value === undefined) !== formula?.startsWith('SUM(') || formula?.startsWith('='))).toEqual([])
  })

  it('lets only sheets without running order be sorted', () => {
    for (const { sheet, definition } of layouts) expect([definition.shape, sheet.protection?.allow.includes('sort')]).toEqual([definition.shape, definition.shape === 'events'])
  })

  it('limits, lists and prompts cover all prepared rows and keep to what Excel allows', () => {
    for (const { sheet, layout } of layouts) {
      for (const { area } of sheet.validations ?? []) {
        const row = layout.columns.find((one) => one.column === area.left && (one.row === undefined || one.row === area.top))?.row
        expect([area.top, area.bottom]).toEqual(row === undefined ? [layout.firstRow, layout.firstRow + layout.rowCount - 1] : [row, row])
      }
      const listed = layout.columns.filter(({ field }) => ['choice', 'yesNo', 'reference'].includes(field.type)).length
      expect((sheet.validations ?? []).filter(({ rule }) => rule.kind === 'list')).toHaveLength(listed)
    }
    for (const { prompt, error } of spec.sheets.flatMap(({ validations = [] }) => validations)) {
      for (const box of [prompt, error]) if (box) expect([box.title.length <= 32, box.text.length <= 255, /\{\w+\}/.test(box.text)]).toEqual([true, true, false])
    }
  })

  it('refuses nothing that reading can repair', () => {
    const stops = spec.sheets.flatMap(({ validations = [] }) => validations).filter(({ error }) => error && error.style !== 'warning')
    expect(stops.filter(({ rule }) => rule.kind !== 'list')).toEqual([])
  })

  it('defines every name once, on cells that exist, and every list that is picked from', () => {
    const names = spec.names.map(({ name }) => name)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining([...Object.values(NAMES), ...campaign.forms[kind].map(formName)]))
    for (const { refersTo } of spec.names) {
      for (const [, sheet] of refersTo.matchAll(/'((?:[^']|'')+)'!/g)) expect(spec.sheets.map(({ name }) => name)).toContain(sheet?.replaceAll("''", "'"))
    }
    const sources = spec.sheets.flatMap(({ validations = [] }) => validations).flatMap(({ rule }) => (rule.kind === 'list' ? [rule.source] : []))
    expect([...new Set(sources)].filter((source) => !names.includes(source))).toEqual([])
  })

  it('lists on the hidden sheet what the definition lists', () => {
    for (const [list, { items }] of Object.entries(campaign.definition.lists)) {
      const name = spec.names.find((one) => one.name === `muster_list_${list}`)
      if (!name) continue
      const [, sheetName, letters, first, last] = /^'(.+)'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(name.refersTo) ?? []
      const column = [...(letters ?? '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)
      const sheet = spec.sheets.find((one) => one.name === sheetName) as SheetSpec
      const shown = Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => at(sheet, Number(first) + n, column)?.value)
      expect(shown).toEqual(Object.values(items).map((item) => item[language]))
    }
  })

  it('colours cells by the marks of their own row', () => {
    for (const { sheet, layout } of layouts) {
      const formulas = (sheet.conditions ?? []).map((condition) => (condition.kind === 'formula' ? condition.formula : ''))
      expect(formulas).toHaveLength(6)
      const letters = columnLetters(layout.marksColumn)
      expect(formulas.filter((formula) => !formula.includes(`$${letters}${layout.firstRow}`))).toEqual([])
      expect(sheet.columns[layout.marksColumn - 1]?.hidden).toBe(true)
      expect(sheet.columns[layout.resultColumn - 1]?.hidden).toBeUndefined()
    }
  })

  it('keeps headings plain, so that they are found again', () => {
    for (const { sheet, layout } of layouts) for (const { heading, column, row, group } of layout.columns) expect(at(sheet, row ?? layout.headerRow, row ? 1 : column)?.value).toBe(row && group ? `${group} · ${heading}` : heading)
  })

  it('leads from the cover to every sheet', () => {
    const targets = (spec.sheets[0]?.links ?? []).map(({ location }) => /^'(.+)'!A1$/.exec(location)?.[1]?.replaceAll("''", "'"))
    expect(targets).toEqual(spec.sheets.slice(1, -2).map(({ name }) => name))
  })

  it('says every text: no placeholder is left open', () => {
    const texts = spec.sheets.slice(0, -1).flatMap((sheet) => cellsOf(sheet).map(({ value }) => value))
    expect(texts.filter((text) => typeof text === 'string' && /\{\w+\}/.test(text))).toEqual([])
  })

  it('prints on A4 with headings, unit and page on every page, divided between repetitions only', () => {
    for (const { sheet, layout } of layouts) {
      expect(sheet.print).toMatchObject({ repeatRows: [layout.groupRow ?? layout.headerRow, layout.headerRow] })
      expect(sheet.print?.footer).toContain(kind === 'unit' ? '&L=市教育局' : '&L第三督导组')
      const starts = layout.columns.filter(({ repetition }, n) => repetition?.n !== layout.columns[n - 1]?.repetition?.n || repetition === undefined).map(({ column }) => column)
      expect((sheet.print?.breakBefore ?? []).filter((column) => !starts.includes(column))).toEqual([])
    }
  })
})

function preparedRows(spec: WorkbookSpec, form: string): number {
  const [, first, last] = /\$A\$(\d+):\$[A-Z]+\$(\d+)$/.exec(spec.names.find(({ name }) => name === formName(form))?.refersTo ?? '') ?? []
  return Number(last) - Number(first)
}

function columnLetters(column: number): string {
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + columnLetters(((column - 1) % 26) + 1) : String.fromCharCode(64 + column)
}
