/** A return to the level above as it is read before it is saved: its figures by form, and what its check finds. */
import { amountText } from '../../../domain/campaign/amount'
import type { Campaign } from '../../../domain/campaign/campaign'
import { figureFields, type FigureRow } from '../../../domain/hand-up/figure-rows'
import type { Finding } from '../../../domain/returns/finding'
import { findingText, whereOf } from '../../../domain/returns/finding-text'
import { isoOfSerial } from '../../../domain/returns/serial'
import type { Language } from '../../../domain/text'
import type { HandedUp } from '../../hand-up'
import type { PaneSession } from '../pane'

export interface HandedUpView {
  /** Title of the campaign above, and its issuer. */
  readonly title: string
  readonly issuer: string
  /** Who hands up, as the level above calls it. */
  readonly sender: string
  readonly upperWeek: number
  /** Language of the campaign above: the file is named in it. */
  readonly language: Language
  readonly forms: readonly HandedUpForm[]
  readonly figures: number
  /** By what the level above will score it. */
  readonly score: number
  /** The figures do not agree with each other, or are not well-formed: to be put right here. */
  readonly findings: readonly HandedUpFinding[]
  /** What falls short of what the level above asks for: for it to say. */
  readonly shortfalls: readonly HandedUpFinding[]
}

export interface HandedUpForm {
  readonly form: string
  readonly title: string
  /** One for the office as a whole, or one for each of its systems. */
  readonly rows: readonly HandedUpRow[]
}

export interface HandedUpRow {
  /** Of a system; empty: the office as a whole. */
  readonly name: string
  readonly figures: readonly { readonly field: string; readonly title: string; /** Empty: it cannot be reckoned, the cell stays blank. */ readonly text: string }[]
}

export interface HandedUpFinding {
  readonly severity: Finding['severity']
  readonly message: string
  readonly fix: string
  /** `总体情况!E4`; empty for the workbook as a whole. */
  readonly place: string
}

/** In the pane's language. */
export function handedUpView({ rows, findings, score, sender, upperWeek }: HandedUp, upper: Campaign, { language, say }: Pick<PaneSession, 'language' | 'say'>): HandedUpView {
  const { definition } = upper
  const forms = Object.entries(rows).map(([form, of]): HandedUpForm => ({ form, title: upper.form(form).title[language], rows: of.map((row) => rowOf(upper, form, row, language)) }))
  const told = (finding: Finding): HandedUpFinding => ({ severity: finding.severity, ...findingText(finding, say, language), place: [finding.sheet ?? '', whereOf(finding)].filter((part) => part !== '').join('!') })
  return {
    title: definition.title[language],
    issuer: definition.issuer[language],
    sender: sender.name === '' ? sender.id : sender.name,
    upperWeek,
    language: definition.language,
    forms,
    figures: forms.flatMap((one) => one.rows.flatMap(({ figures }) => figures)).filter(({ text }) => text !== '').length,
    score,
    findings: findings.filter(({ kind }) => kind !== 'requirement').map(told),
    shortfalls: findings.filter(({ kind }) => kind === 'requirement').map(told),
  }
}

function rowOf({ definition, form: formOf }: Campaign, form: string, row: FigureRow, language: Language): HandedUpRow {
  const fields = formOf(form).fields
  const isName = (field: string) => fields[field]?.type === 'text'
  const own = figureFields(definition, form)
  const nameField = own.find(({ field }) => isName(field))?.field
  return {
    name: nameField === undefined ? '' : String(row[nameField] ?? ''),
    figures: own.filter(({ field }) => field !== nameField).map(({ field, figure }) => {
      const value = row[field]
      const definitionOf = fields[field]
      const unit = definitionOf && 'unit' in definitionOf ? definitionOf.unit : undefined
      const text = value === undefined ? '' : figure.kind === 'date' ? (isoOfSerial(Number(value)) ?? '') : typeof value === 'string' ? value : amountText(definition, value, definitionOf?.type === 'percent' ? 'percent' : unit, language)
      return { field, title: definitionOf?.title[language] ?? field, text }
    }),
  }
}
