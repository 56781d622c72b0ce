/** What every sheet of an issued workbook is made from. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { Definition, WorkbookKind } from '../../domain/campaign/schema'
import type { FormLayout } from '../../domain/returns/layout'
import type { SubjectFacts } from '../../domain/returns/return'
import type { Language, Say, Text } from '../../domain/text'
import type { Amounts } from './amounts'

/** Values that a row is issued with, by field id; dates as 1900-system serials. */
export type Prefill = Readonly<Record<string, string | number | boolean>>

/** The unit or group a workbook is issued to, and what the registry says about it. */
export interface IssuedSubject extends SubjectFacts {
  readonly liaison?: string
  readonly phone?: string
  /** Campaign week chosen beforehand; absent: the unit chooses it on the cover. */
  readonly week?: number
}

export interface IssueOptions {
  readonly language: Language
  readonly say: Say
  /** The definition, compressed and base64-encoded, that travels in the workbook. */
  readonly definitionText: string
}

export interface Making {
  readonly campaign: Campaign
  readonly definition: Definition
  readonly kind: WorkbookKind
  readonly subject: IssuedSubject
  readonly language: Language
  readonly say: Say
  readonly amounts: Amounts
  /** Layouts of the forms of this workbook, in the definition's order. */
  readonly layouts: readonly FormLayout[]
  /** Rows to fill in beforehand, by form id. */
  readonly rows: Readonly<Record<string, readonly Prefill[]>>
  readonly sheetNames: { readonly cover: string; readonly requirements: string; readonly lists: string }
  /** A definition's text in the workbook's language. */
  text(text: Text): string
}

/** Sentences one after the other: Chinese has no space between them. */
export function sentences(language: Language, parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(language === 'zh' ? '' : ' ')
}

export function layoutOf(making: Making, form: string): FormLayout {
  const layout = making.layouts.find((one) => one.form === form)
  if (!layout) throw new Error(`form ${form} is not in the ${making.kind} workbook`)
  return layout
}
