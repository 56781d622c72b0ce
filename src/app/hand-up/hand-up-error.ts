/** An office's week cannot be handed up: `code` is a message key (`<code>.fix`: the remedy). */
export class HandUpError extends Error {
  override readonly name = 'HandUpError'

  constructor(
    readonly code: 'hand-up/takes-no-figures' | 'hand-up/other-campaign' | 'hand-up/not-consolidated' | 'hand-up/outside' | 'hand-up/unknown-figure' | 'hand-up/no-sender' | 'hand-up/other-sender' | 'hand-up/sheet-taken' | 'hand-up/broken',
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }
}
