import React from 'react'
import { ActionButton, IconButton } from 'office-ui-fabric-react/lib/Button'
import type { Incoming, Sight } from '../../app/pane/office/incoming'
import type { Say } from '../../domain/text'
import { Capped } from '../parts/Capped'
import { Sign } from '../shell/icons'
import { useWords } from '../shell/words'
import type { OfficeProps } from './ReadyOffice'
import { baseName, reasonFix, reasonText } from './office-words'

/** Every file that was put in, with what became of it; those that somebody has to see to come first. */
export function IncomingList({ desk, state: { incoming, work } }: OfficeProps) {
  const { say } = useWords()
  if (incoming.length === 0) return null
  const attention = incoming.filter(needsAttention).length
  const ordered = incoming.toSorted((a, b) => Number(needsAttention(b)) - Number(needsAttention(a)))
  return (
    <section>
      <div className="line-between">
        <h2>
          {say('office-pane/files-count', { count: incoming.length })}
          {attention > 0 && <span className="error-words">{` · ${say('office-pane/files-attention', { count: attention })}`}</span>}
        </h2>
        <ActionButton className="more" text={say('office-pane/files-clear')} disabled={work !== undefined} onClick={desk.clearFiles} />
      </div>
      <Capped items={ordered} atOnce={6} className="incoming">
        {({ file, sight }) => {
          const { tone, word, detail, fix } = sightWords(sight, say)
          return (
            <li key={file.name} className={tone}>
              <Sign name={tone === 'bad' ? 'Error' : tone === 'good' ? 'Done' : tone === 'waiting' ? 'File' : 'Info'} />
              <div>
                <p className="file-name" title={file.name}>
                  {baseName(file.name)}
                </p>
                <p className="soft">
                  <strong>{word}</strong>
                  {detail !== '' && ` · ${detail}`}
                </p>
                {fix !== '' && <p className="soft">{fix}</p>}
              </div>
              <IconButton iconProps={{ iconName: 'Close' }} ariaLabel={say('office-pane/file-remove', { file: baseName(file.name) })} disabled={work !== undefined} onClick={() => desk.removeFile(file.name)} />
            </li>
          )
        }}
      </Capped>
    </section>
  )
}

function needsAttention({ sight }: Incoming): boolean {
  return sight.state === 'decided' && (sight.verdict.decision === 'rejected' || sight.verdict.decision === 'unreadable')
}

interface SightWords {
  readonly tone: 'waiting' | 'good' | 'bad' | 'aside'
  readonly word: string
  readonly detail: string
  readonly fix: string
}

function sightWords(sight: Sight, say: Say): SightWords {
  if (sight.state === 'waiting') return { tone: 'waiting', word: say('office-pane/file-waiting'), detail: '', fix: '' }
  if (sight.state === 'countable') {
    const { unit, score, counts, remarks } = sight
    const detail = say('office-pane/file-countable-detail', { unit, score, errors: counts.errors, warnings: counts.warnings })
    const remark = remarks.find(({ severity }) => severity !== 'query')
    return { tone: 'good', word: say('office-pane/file-countable'), detail, fix: remark ? reasonText(remark, say) : '' }
  }
  const { decision, reasons } = sight.verdict
  const [first] = reasons
  const isBad = decision === 'rejected' || decision === 'unreadable'
  const remark = decision === 'counted' ? reasons.slice(1).find(({ severity }) => severity !== 'query') : undefined
  return {
    tone: isBad ? 'bad' : decision === 'counted' ? 'good' : 'aside',
    word: say(`office/decision-${decision}`),
    detail: decision === 'counted' ? (remark ? reasonText(remark, say) : '') : first ? reasonText(first, say) : '',
    fix: isBad && first ? reasonFix(first, say) : '',
  }
}
