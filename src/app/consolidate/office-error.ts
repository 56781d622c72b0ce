/** Why a waiver cannot be given or ended. */
export type WaiverTrouble = 'office/waive-no-unit' | 'office/waive-no-clause' | 'office/waive-no-until' | 'office/waive-unit' | 'office/waive-member' | 'office/waive-clause' | 'office/waive-reason' | 'office/waive-approver' | 'office/waive-until' | 'office/no-waiver' | 'office/no-waivers-sheet'

/** The office's workbook cannot be worked with: `code` is a message key (`<code>.fix`: the remedy). */
export class OfficeError extends Error {
  override readonly name = 'OfficeError'

  constructor(
    readonly code: 'office/not-office' | 'office/other-campaign' | 'office/no-registry' | 'office/settings-refused' | 'office/no-such-week' | 'office/no-such-unit' | 'office/no-spot-checks' | 'office/no-transfer' | 'office/not-drawn' | 'office/no-year-end' | 'office/nothing-ranked' | 'office/decision-without-name' | 'office/proposal-not-listed' | WaiverTrouble,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }
}
