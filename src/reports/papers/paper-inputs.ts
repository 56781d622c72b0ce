/** Every paper that a week calls for, ready to be filled in. */
import { bulletinPapers } from './data/bulletin'
import { papersOf } from './data/common'
import { consequencePapers } from './data/consequence'
import { reminderPapers } from './data/reminder'
import type { PaperSource } from './data/source'
import { transferPapers } from './data/transfer'
import type { PaperInput } from './fields'

/** In the definition's order. @param ids of papers; absent: all that the definition has */
export function paperInputs(source: PaperSource, ids?: ReadonlySet<string>): PaperInput[] {
  return papersOf(source.campaign)
    .filter(({ id }) => !ids || ids.has(id))
    .flatMap((paper): PaperInput[] => {
      switch (paper.kind) {
        case 'consequence':
          return consequencePapers(source, paper)
        case 'bulletin':
          return bulletinPapers(source, paper)
        case 'transfer':
          return transferPapers(source, paper)
        case 'reminder':
          return reminderPapers(source, paper)
      }
    })
}
