import React from 'react'
import { ActionButton, DefaultButton } from 'office-ui-fabric-react/lib/Button'
import { withheldWhy } from '../../app/pane/office/paper-list'
import { papersAbout, type PapersDesk } from '../../app/pane/office/papers'
import type { DecidedProposal } from '../../app/rank'
import type { Campaign } from '../../domain/campaign/campaign'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { withheldText } from './withheld-text'

interface Props {
  readonly desk: PapersDesk
  readonly campaign: Campaign
  readonly week: number
  /** Of one unit or group, and of one consequence; at least one. */
  readonly proposals: readonly DecidedProposal[]
  /** Whom the paper is about, for whom hears the button alone. */
  readonly who: string
}

/** The paper of what is confirmed; of what is not, why there is none, and a draft meanwhile. */
export function ProposalPaper({ desk, campaign, week, proposals, who }: Props) {
  const { say } = useWords()
  const { single } = useStore(desk.store)
  const [first] = proposals
  if (!first) return null
  const { consequence } = first
  if (papersAbout(campaign, consequence).length === 0) return <p className="soft small">{say('papers-pane/no-paper')}</p>
  const whyOf = (one: DecidedProposal) => withheldWhy(one, one.decision)
  const confirmed = proposals.filter((one) => whyOf(one) === undefined)
  const draft = confirmed.length === 0
  const usable = draft ? proposals.filter((one) => whyOf(one) !== 'dismissed') : confirmed
  const at = `${first.key}|${proposals.length}`
  // A draft is a makeshift: it does not stand out.
  const Button = draft ? ActionButton : DefaultButton
  const mine = single?.at === at ? single : undefined
  const whys = [...new Set(proposals.map(whyOf))]
  // Of several for different reasons, each says its own by itself.
  const why = !draft ? undefined : whys.length === 1 ? whys[0] : 'undecided'
  return (
    <div className="proposal-paper">
      {why && <p className="small">{withheldText({ why, doubts: first.doubts, lacking: [], text: first.decision?.text ?? '' }, say)}</p>}
      {usable.length > 0 && (
        <Button
          className={draft ? 'more' : undefined}
          text={say(draft ? 'papers-pane/draft-of' : 'papers-pane/paper-of', { count: usable.length })}
          ariaLabel={`${say(draft ? 'papers-pane/draft-of' : 'papers-pane/paper-of', { count: usable.length })} ${who}`}
          iconProps={{ iconName: 'Save' }}
          onClick={() => void desk.makeOf(at, { consequence, keys: usable.map(({ key }) => key), week, draft })}
        />
      )}
      <div className="small" aria-live="polite">
        {mine?.isMaking && say('papers-pane/making-one')}
        {mine?.saved && say(mine.saved.count > 0 ? 'papers-pane/made-one' : 'papers-pane/made-nothing', { ...mine.saved })}
      </div>
      {mine?.trouble && <TroubleNotice trouble={mine.trouble} onClose={desk.dismiss} />}
    </div>
  )
}
