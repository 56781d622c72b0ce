import { transferBoard, type Approval, type TransferState } from '../../../domain/oversight/transfer'
import type { Say } from '../../../domain/text'
import { address } from '../../../workbook/address'
import { requirementText } from '../../papers/data/transfer-facts'
import type { Table } from '../keyed-table'
import { cellIn, tableRows, textOf, type LocatedTable } from '../locate-tables'
import { MARKS_OF_ROWS } from '../office-look'
import type { OfficeTrouble } from '../trouble'
import type { OfficeView } from '../view'
import { dayOf } from './spot-checks'
import { noteColumn, systemColumn, unitColumn } from './subject-columns'

export const transferKey = (unit: string): string => `transfer|${unit}`

/**
 * Every registered unit on its way to the next stage: by the returns that were looked at last, the spot checks and
 * approvals as they stand now. Undefined when the definition has no transfer, or nothing has been looked at yet.
 */
export function boardOf({ campaign, state }: Pick<OfficeView, 'campaign' | 'state'>): TransferState[] | undefined {
  if (!state.transfer) return undefined
  const seen = new Map(state.transfer.units.map((one) => [one.unit, one]))
  const units = state.registry.units.map(({ id, system }) => {
    const approval = state.approvals.get(id)
    return { ...seen.get(id), unit: id, system, ...(approval && { approval }) }
  })
  return transferBoard(campaign, units, state.spotChecks)
}

/** A unit's row, a column for each thing that it needs; the office's approval is people's to give. */
export function transferTable(view: OfficeView): Table {
  const { say, text, campaign, state } = view
  const requirements = Object.entries(campaign.definition.transfer?.requirements ?? {})
  const board = new Map((boardOf(view) ?? []).map((one) => [one.unit, one]))
  const place = new Map(view.systemOrder.map((system, i) => [system, i]))
  const units = [...state.registry.units].sort((a, b) => (place.get(a.system) ?? 0) - (place.get(b.system) ?? 0))
  const ids = requirements.map(([id]) => `needs-${id}`)
  return {
    design: {
      id: 'transfer',
      prepared: Math.max(1, units.length),
      columns: [
        systemColumn(view, 16),
        unitColumn(view, 22),
        ...requirements.map(([id, { title }]) => ({ id: `needs-${id}`, heading: text(title), width: 17, look: 'center' as const })),
        { id: 'state', heading: say('office/state'), width: 14, look: 'center', whenStale: { value: say('office/no-longer-registered') } },
        { id: 'approved', heading: say('transfer/approved'), width: 9, look: 'center', person: true, choices: [say('office/yes'), say('office/no')] },
        { id: 'by', heading: say('transfer/approved-by'), width: 10, look: 'center', person: true },
        { id: 'on', heading: say('office/decided-on'), width: 12, look: 'date', person: true },
        noteColumn(say, 22),
      ],
      conditions: ({ area, cell, letters, firstRow }) => {
        const [first, last] = [ids[0], ids[ids.length - 1]]
        const needs = first === undefined || last === undefined ? undefined : area(first, last)
        const need = `${first === undefined ? 'A' : letters(first)}${firstRow}`
        const fine = ['papers/met', 'papers/not-asked'].map((word) => `${need}="${say(word)}"`).join(',')
        return [
          ...(needs ? [{ kind: 'formula' as const, area: needs, formula: `AND(${need}<>"",NOT(OR(${fine})))`, format: MARKS_OF_ROWS.doubt }] : []),
          { kind: 'formula', area: area('state'), formula: `${cell('state')}="${say('transfer/ready')}"`, format: MARKS_OF_ROWS.first },
        ]
      },
    },
    rows: units.map(({ id, name, system }) => {
      const states = board.get(id)
      const needs = (states?.requirements ?? []).map((one): [string, string] => [`needs-${one.requirement}`, requirementText(one, view) || say('papers/met')])
      return {
        key: transferKey(id),
        values: { system, unit: name, ...Object.fromEntries(needs), state: states ? say(states.transfers ? 'transfer/ready' : 'transfer/lacking', { count: states.missing.length }) : say('transfer/not-looked-at') },
      }
    }),
  }
}

/** Codes: `office/bad-approval` (neither yes nor no) · `office/approval-without-name`. A row with trouble approves nothing. */
export function readApprovals(table: LocatedTable | undefined, say: Say, troubles: OfficeTrouble[]): ReadonlyMap<string, Approval> {
  const approvals = new Map<string, Approval>()
  for (const { row, key } of table ? tableRows(table) : []) {
    const text = (id: string) => textOf(cellIn(row, table?.columns.get(id)))
    const [kind, ...unit] = key.split('|')
    const written = text('approved')
    if (kind !== 'transfer' || written === '') continue
    const approved = cellIn(row, table?.columns.get('approved'))?.value === true || written === say('office/yes')
    const refused = cellIn(row, table?.columns.get('approved'))?.value === false || written === say('office/no')
    const trouble = (code: string, column: string) => troubles.push({ code, severity: 'error', sheet: table?.sheet.name ?? '', cell: address(row.row, table?.columns.get(column) ?? 1), params: { unit: text('unit') || unit.join('|'), value: written } })
    if (!approved && !refused) trouble('office/bad-approval', 'approved')
    else if (text('by') === '') trouble('office/approval-without-name', 'by')
    else approvals.set(unit.join('|'), { approved, by: text('by'), on: dayOf(cellIn(row, table?.columns.get('on'))), note: text('note') })
  }
  return approvals
}
