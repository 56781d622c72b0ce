/** Something in the office's own workbook that has to be put right. Codes `office/…` of the message catalogue. */
export interface OfficeTrouble {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly sheet: string
  readonly cell: string
  readonly params: Readonly<Record<string, string | number>>
}
