import type { Withheld } from '../../app/pane/office/paper-list'
import type { Say } from '../../domain/text'
import { doubtTexts } from '../../domain/ranking/doubt-texts'

/** Why there is no paper, in a few words. */
export function withheldText({ why, doubts, lacking, text }: Pick<Withheld, 'why' | 'doubts' | 'lacking' | 'text'>, say: Say): string {
  switch (why) {
    case 'doubtful':
      return say('papers-pane/withheld-doubtful', { doubts: doubtTexts(doubts, say).join(say('office/semicolon')) })
    case 'lacking':
      return say('papers-pane/withheld-lacking', { lacking: lacking.join(say('office/comma')) })
    case 'unreadable':
      return say('papers-pane/withheld-unreadable', { text })
    default:
      return say(`papers-pane/withheld-${why}`)
  }
}
