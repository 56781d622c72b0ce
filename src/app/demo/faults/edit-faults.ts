/** Faults in what was entered, as `demo.yaml` describes them: constraints broken, requirements not met. */
import { editRows, editable } from '../edit-rows'
import type { Fault } from './fault'
import type { ReturnInMaking } from '../return-in-making'
import type { PlantableFault, Tuning } from '../tuning'
import type { Definition } from '../../../domain/campaign/schema'
import type { Severity } from '../../../domain/returns/finding'

/** One for each entry that can occur. */
export function editFaults(definition: Definition, tuning: Tuning): Fault[] {
  return Object.entries(tuning.faults).flatMap(([code, fault]) => {
    if ('never' in fault) return []
    const form = definition.forms[fault.edit.form]
    if (!form) throw new Error(`demo.yaml: no such form: ${fault.edit.form}`)
    return [{ code, kind: form.in, from: fault.from, until: fault.until, alone: false, plant: (making: ReturnInMaking) => plantOne(code, fault, making) }]
  })
}

/**
 * Requirements that weak units do not meet, by chance: the lower the quality and the earlier the week, the
 * more rows. A row that falls short in one week may not in the next, never the other way round.
 */
export function fallShort(tuning: Tuning, making: ReturnInMaking, weakness: number): void {
  for (const [code, fault] of Object.entries(tuning.faults)) {
    if ('never' in fault || fault.often === 0 || making.week < (fault.lags ?? fault.from) || making.week > fault.until || !making.forms.includes(fault.edit.form) || making.spoilt.has(fault.edit.form)) continue
    const { edit } = fault
    const chance = fault.often * weakness
    const stream = making.filling.random.fork(code)
    const isForAll = edit.row !== 'any' || making.form(edit.form).shape === 'record'
    const candidates = isForAll ? [undefined] : editable(making.rows(edit.form), edit, making.filling)
    for (const index of candidates) {
      if (!stream.fork(index ?? 'all').chance(chance) || making.isTouched(edit.form, index)) continue
      plantAt(code, fault, making, index ?? 0, true)
    }
  }
}

function plantOne(code: string, fault: PlantableFault, making: ReturnInMaking): boolean {
  const { edit } = fault
  if ([edit.form, ...fault.apart].some((form) => making.spoilt.has(form))) return false
  // Everything is filled in anew when the roster changes: what was planted would be gone.
  if (making.form(edit.form).shape === 'roster' && making.planted.length > 0) return false
  const rows = making.rows(edit.form)
  const free = editable(rows, edit, making.filling).filter((index) => !making.isTouched(edit.form, index))
  // The last one: in a row of its own at the bottom a fault is easiest to look at.
  const planted = plantAt(code, fault, making, free.at(-1), false)
  if (planted) [edit.form, ...fault.apart].forEach((form) => making.spoilt.add(form))
  return planted
}

function plantAt(code: string, fault: PlantableFault, making: ReturnInMaking, chosen: number | undefined, byChance: boolean): boolean {
  const { edit } = fault
  const edited = editRows(making.rows(edit.form), edit, chosen, making.today, making.filling)
  if (!edited || !making.replaceRows(edit.form, edited.rows)) return false
  for (const index of edited.at) making.short.add(`${edit.form} ${index}`)
  const [index] = edited.at
  // It lags behind, but its day has not come: there is nothing to be found yet.
  if (making.week < fault.from) return true
  const found = foundAt(code, fault, making, index)
  making.planted.push({
    code,
    severity: severityOf(code, making.campaign.definition),
    ...found,
    note: `${byChance ? 'short' : 'planted'}: ${edit.form} ${edit.keep === undefined ? edit.row : `keep ${edit.keep}`} ${Object.keys(edit.set).join(' ')}`.trim(),
    entails: fault.entails,
  })
  return true
}

/** Where the finding will stand: the cell for a row's constraint, no more than the sheet for what is said of the whole. */
function foundAt(code: string, fault: PlantableFault, making: ReturnInMaking, index: number | undefined): { sheet: string; row?: number; column?: number; subject?: string } {
  const { form } = fault.edit
  const [kind, name] = code.split('/') as [string, string]
  const sheet = making.layout(form).sheet
  if (kind === 'requirement') {
    const measure = making.campaign.definition.measures[name]
    const roster = making.forms.map((id) => making.form(id)).find(({ shape }) => shape === 'roster')
    const ofRow = index !== undefined && measure?.of === roster?.record && making.form(form).shape === 'companion' && fault.edit.row === 'any'
    const subject = ofRow ? making.labels[index] : undefined
    return { sheet: measure ? making.layout(measure.at.split('.')[0] as string).sheet : sheet, ...(subject !== undefined && { subject }) }
  }
  const constraint = making.form(form).constraints[name.split('.')[1] ?? '']
  if (constraint?.each === 'sheet' || fault.edit.row === 'all') return { sheet }
  const path = fault.at ?? pathIn(fault, constraint?.at, Object.keys(fault.edit.set))
  return making.place(form, path, index)
}

/** The field of the constraint; inside a repetition, the one that the edit touches. */
function pathIn({ edit }: PlantableFault, at: string | undefined, touched: readonly string[]): string | undefined {
  if (!at?.includes('.')) return at
  const [repeat, inner] = at.split('.') as [string, string]
  const n = touched.map((path) => /\[(\d+)\]/.exec(path)?.[1]).find((one) => one !== undefined)
  return n === undefined || edit.row === 'all' ? undefined : `${repeat}[${n}].${inner}`
}

/** A constraint's own; shortfalls are errors, and so is a required cell that is blank. */
function severityOf(code: string, definition: Definition): Severity {
  const match = /^row\/(\w+)\.(.+)$/.exec(code)
  const constraint = match && definition.forms[match[1] as string]?.constraints[match[2] as string]
  return constraint?.severity ?? 'error'
}

