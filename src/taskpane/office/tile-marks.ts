import type { TileStatus } from '../../app/roll-call'

/** A sign for each status, so that no colour has to say it alone; the words are read out beside it. */
export const STATUS_MARKS: Readonly<Record<TileStatus, string>> = { clean: '✓', findings: '!', rejected: '✕', missing: '—', expected: '…' }
