/** The headings a form's columns may have, in both languages, in the order of the layout. */
import type { Definition } from '../campaign/schema'
import { OWN_HEADINGS } from './headings'
import { labelField, layoutForm } from './layout'
import type { Wanted } from './match-headings'
import type { Language, Text } from '../text'

/** Paths of the software's own columns; a field's path never starts with `#`. */
export const OWN = { number: '#number', label: '#label', result: '#result', marks: '#marks' } as const

/** Label of a `record` sheet's row: a repetition's heading goes before its field's. */
function recordLabel(column: { readonly heading: string; readonly group?: string }): string {
  return column.group === undefined ? column.heading : `${column.group} · ${column.heading}`
}

type Kind = 'columns' | 'items'
const made = new WeakMap<Definition, Map<string, readonly Wanted[]>>()

/** Made once for each definition: a hundred returns are read with the same one. */
function once(definition: Definition, kind: Kind, formId: string, language: Language, make: () => readonly Wanted[]): readonly Wanted[] {
  const known = made.get(definition) ?? new Map<string, readonly Wanted[]>()
  made.set(definition, known)
  const key = `${kind} ${formId} ${language}`
  const wanted = known.get(key) ?? make()
  known.set(key, wanted)
  return wanted
}

/** The fields of a form, then nothing else. Of the headings, the one in `language` comes first. */
function wantedFields(definition: Definition, formId: string, language: Language): Wanted[] {
  const own = layoutForm({ definition }, formId, { language }).columns
  const others = layoutForm({ definition }, formId, { language: language === 'zh' ? 'en' : 'zh' }).columns
  return own.map((column, index) => {
    const other = others[index] as typeof column
    return {
      path: column.path,
      headings: [column.heading, other.heading],
      groups: column.group === undefined ? [] : [column.group, other.group as string],
    }
  })
}

/** Items of a `record` sheet. */
export function wantedItems(definition: Definition, formId: string, language: Language): readonly Wanted[] {
  return once(definition, 'items', formId, language, () =>
    wantedFields(definition, formId, language).map(({ path, headings, groups }) => ({
      path,
      headings: headings.map((heading, index) => recordLabel({ heading, ...(groups[index] !== undefined && { group: groups[index] }) })),
      groups: [],
    })),
  )
}

/** Columns of a table: running number, for a companion the label, the fields, result and marks, for a roster the label. */
export function wantedColumns(definition: Definition, formId: string, language: Language): readonly Wanted[] {
  return once(definition, 'columns', formId, language, () => makeColumns(definition, formId, language))
}

function makeColumns(definition: Definition, formId: string, language: Language): Wanted[] {
  const form = definition.forms[formId]
  const own = (path: string, ...texts: readonly Text[]): Wanted => ({ path, headings: texts.flatMap(({ zh, en }) => (language === 'zh' ? [zh, en] : [en, zh])), groups: [] })
  const label = form?.shape === 'companion' ? [own(OWN.label, OWN_HEADINGS.label, ...rosterNames(definition, form.of))] : []
  return [
    own(OWN.number, OWN_HEADINGS.number),
    ...label,
    ...wantedFields(definition, formId, language),
    own(OWN.result, OWN_HEADINGS.result),
    own(OWN.marks, OWN_HEADINGS.marks),
    ...(form?.shape === 'roster' ? [own(OWN.label, OWN_HEADINGS.label)] : []),
  ]
}

/** What the name column of a roster is called: a companion shows the label under that heading. */
function rosterNames(definition: Definition, rosterId: string | undefined): Text[] {
  const roster = rosterId === undefined ? undefined : definition.forms[rosterId]
  const name = roster && labelField(roster)
  const field = name === undefined ? undefined : roster?.fields[name]
  return field && field.type !== 'repeat' ? [field.title] : []
}
