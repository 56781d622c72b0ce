import React, { useMemo, useState } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import { TILE_SIGNS, TILE_STATUSES, tileCounts, type RollCallSection, type Tile, type TileSign, type TileStatus } from '../../app/roll-call'
import type { DeskReady } from '../../app/pane/office/state'
import { Choice } from '../parts/Choice'
import { useWords } from '../shell/words'
import { RemindersPanel } from './RemindersPanel'
import { RollTable } from './RollTable'
import { STATUS_MARKS } from './tile-marks'
import { TileDetail } from './TileDetail'

interface Props {
  readonly state: DeskReady
  readonly today: string
  readonly copyText: (text: string) => Promise<void>
  /** Hands over a file for each group; absent where there are no groups. */
  readonly onSaveReminders?: () => Promise<unknown>
}

type Filter = 'all' | TileStatus | TileSign

/** Every unit as a tile, system by system; a click says why it is as it is. */
export function RollCallPanel({ state, today, copyText, onSaveReminders }: Props) {
  const { say } = useWords()
  const { sections } = state.shown
  const counts = useMemo(() => tileCounts(sections), [sections])
  const [chosen, setChosen] = useState<Filter>('all')
  const [isReminding, setReminding] = useState(false)
  const filter = chosen === 'all' || counts.has(chosen) ? chosen : 'all'
  const total = sections.reduce((sum, { tiles }) => sum + tiles.length, 0)
  const options = [
    { value: 'all' as Filter, text: say('pane/count', { name: say('office-pane/filter-all'), n: total }) },
    ...TILE_STATUSES.filter((status) => counts.has(status)).map((status) => ({ value: status as Filter, tone: `status-${status}`, text: say('pane/count', { name: `${STATUS_MARKS[status]} ${say(`office-pane/status-${status}`)}`, n: counts.get(status) ?? 0 }) })),
    ...TILE_SIGNS.filter((sign) => counts.has(sign)).map((sign) => ({ value: sign as Filter, text: say('pane/count', { name: say(`office-pane/sign-${sign}`), n: counts.get(sign) ?? 0 }) })),
  ]
  if (isReminding) return <RemindersPanel state={state} today={today} copyText={copyText} onSave={onSaveReminders} onBack={() => setReminding(false)} />
  const owing = (counts.get('missing') ?? 0) + (counts.get('rejected') ?? 0)
  return (
    <div className="panel">
      <Choice label={say('office-pane/filter')} value={filter} onChange={setChosen} options={options} />
      {owing > 0 && <DefaultButton className="wide" text={`${say('office-pane/remind')} (${owing})`} iconProps={{ iconName: 'Send' }} onClick={() => setReminding(true)} />}
      <RollTable state={state} />
      {sections.map((section) => (
        <Section key={section.system} section={section} filter={filter} state={state} />
      ))}
    </div>
  )
}

function Section({ section: { system, tiles }, filter, state }: { readonly section: RollCallSection; readonly filter: Filter; readonly state: DeskReady }) {
  const { say, pick } = useWords()
  const [open, setOpen] = useState<string>()
  const shown = tiles.filter(({ status, signs }) => filter === 'all' || status === filter || signs.includes(filter as TileSign))
  if (shown.length === 0) return null
  const valid = tiles.filter(({ entry }) => entry?.outcome === 'valid').length
  const params = { system, groups: pick(state.office.campaign.definition.terms.group), valid, count: tiles.length }
  return (
    <section className="roll-section">
      <h2>{say(system === '' ? 'office-pane/section-groups' : 'office-pane/section-of', params)}</h2>
      <ul className="tiles">
        {shown.map((tile) => (
          <React.Fragment key={tile.unit}>
            <li>
              <TileButton tile={tile} isOpen={open === tile.unit} onClick={() => setOpen(open === tile.unit ? undefined : tile.unit)} />
            </li>
            {open === tile.unit && (
              <li className="tile-detail">
                <TileDetail tile={tile} campaign={state.office.campaign} />
              </li>
            )}
          </React.Fragment>
        ))}
      </ul>
    </section>
  )
}

function TileButton({ tile: { name, status, signs }, isOpen, onClick }: { readonly tile: Tile; readonly isOpen: boolean; readonly onClick: () => void }) {
  const { say } = useWords()
  const words = signs.map((sign) => say(`office-pane/sign-${sign}`))
  const comma = say('office/comma')
  return (
    <button type="button" className={`tile status-${status}`} aria-expanded={isOpen} aria-label={say('office-pane/tile', { name, status: say(`office-pane/status-${status}`), signs: words.map((word) => `${comma}${word}`).join('') })} title={name} onClick={onClick}>
      <span className="tile-mark">{STATUS_MARKS[status]}</span>
      <span className="tile-name">{name}</span>
      {words.length > 0 && <span className="tile-signs">{words.join(comma)}</span>}
    </button>
  )
}
