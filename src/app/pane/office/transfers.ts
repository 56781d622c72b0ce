/** The board of stage transfers as the pane shows it: who can move on, and of the others what is missing, in words. */
import type { TransferState } from '../../../domain/oversight/transfer'
import type { TransferBoard } from '../../oversight/transfer'
import type { PaneSession } from '../pane'

export interface TransferView {
  readonly week: number
  readonly asOf: string
  /** In the registry's order. */
  readonly units: readonly TransferLine[]
}

export interface TransferLine {
  readonly unit: string
  readonly name: string
  readonly system: string
  /** `ready`: everything is there · `approvable`: all but the office's decision · `lacking`: something else. */
  readonly state: 'ready' | 'approvable' | 'lacking'
  readonly requirements: readonly { readonly requirement: string; readonly met: boolean; /** How it stands; blank: it is met. */ readonly words: string }[]
  readonly missing: readonly string[]
}

export function transferView({ week, asOf, units, words }: TransferBoard, { language, say }: Pick<PaneSession, 'language' | 'say'>): TransferView {
  return {
    week,
    asOf,
    units: units.map((one) => ({
      unit: one.unit,
      name: one.name,
      system: one.system,
      state: one.transfers ? 'ready' : isApprovable(one) ? 'approvable' : 'lacking',
      requirements: one.requirements.map((requirement) => ({ requirement: requirement.requirement, met: requirement.met, words: words(requirement, { language, say }) })),
      missing: one.missing,
    })),
  }
}

/** Only the office's own decision is missing. */
function isApprovable({ requirements }: TransferState): boolean {
  return requirements.every(({ met, missing }) => met || missing === 'not-decided')
}
