import React, { useEffect, useMemo, useState } from 'react'
import type { ExplainDesk } from '../../app/pane/office/explain'
import type { OversightDesk } from '../../app/pane/office/oversight'
import { rankingInPane, type RankingInPane, type SystemPlaces, type UnitPlace } from '../../app/pane/office/ranking'
import type { DeskReady } from '../../app/pane/office/state'
import type { Say } from '../../domain/text'
import { Fold } from '../parts/Fold'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { ExplainPanel } from './ExplainPanel'
import { PlaceDetail } from './PlaceDetail'
import { RankLine } from './RankLine'
import { ScoreStrip } from './ScoreStrip'
import { SlipButton } from './SlipButton'
import { reasonText } from './office-words'

interface Props {
  readonly state: DeskReady
  readonly ranking: RankingInPane
  readonly explain: ExplainDesk
  readonly oversight: OversightDesk
}

/** The ranking of one system, its scores, and why each unit stands where it does. */
export function RankingPanel({ state: { office, week }, ranking: inForce, explain, oversight }: Props) {
  const { say, pick } = useWords()
  const [chosen, setChosen] = useState<string>()
  const [opened, setOpened] = useState<string>()
  const [isBare, setBare] = useState(false)
  const explained = useStore(explain.store)
  const ranking = useMemo(() => (isBare && inForce.hasWaivers ? (rankingInPane(office, week, { waivers: false }) ?? inForce) : inForce), [isBare, inForce, office, week])
  useEffect(() => {
    const { unit } = explain.store.state
    if (unit !== undefined) void explain.explain(office, week, unit)
  }, [explain, office, week])
  const system = ranking.systems.find((one) => one.system === chosen) ?? ranking.systems[0]
  const { ranking: rules } = office.campaign.definition
  if (!system) return null
  if (explained.unit !== undefined) {
    const { unit } = explained
    return (
      <ExplainPanel state={explained} onBack={explain.close}>
        <SlipButton desk={oversight} onSave={() => void oversight.saveSlip(week, unit)} />
      </ExplainPanel>
    )
  }
  const explainPlace = (unit: string) => {
    setOpened(unit)
    void explain.explain(office, week, unit)
  }
  return (
    <div className="panel">
      <p className="soft small">{say('office-pane/ranking-about', { within: pick(rules.within), asOf: ranking.asOf })}</p>
      {inForce.hasWaivers && (
        <label className="check-line">
          <input type="checkbox" checked={isBare} onChange={({ target }) => setBare(target.checked)} />
          <span>{say('office-pane/without-waivers')}</span>
        </label>
      )}
      <select className="system-choice" aria-label={say('office-pane/choose-system')} value={system.system} onChange={({ target }) => setChosen(target.value)}>
        {ranking.systems.map((one) => (
          <option key={one.system} value={one.system}>
            {say('office-pane/system-option', { rank: one.mean === undefined ? '–' : one.rank, system: one.system, mean: one.mean?.toFixed(rules.digits) ?? '–' })}
          </option>
        ))}
      </select>
      <p className="soft small">{systemFigures(system, rules.digits, say)}</p>
      <ScoreStrip system={system} />
      <ol className="places-list">
        {system.places.map((place) => (
          <li key={`${system.system} ${place.unit}`}>
            <Fold className={place.last ? 'is-last' : ''} open={place.unit === opened} head={<PlaceLine place={place} digits={rules.digits} />}>
              <PlaceDetail place={place} week={week} campaign={office.campaign} isBackAt={place.unit === opened} onExplain={() => explainPlace(place.unit)} />
            </Fold>
          </li>
        ))}
      </ol>
    </div>
  )
}

function systemFigures({ mean, rank, valid, units }: SystemPlaces, digits: number, say: Say): string {
  return mean === undefined ? say('office-pane/system-figures-none', { units }) : say('office-pane/system-figures', { mean: mean.toFixed(digits), rank, valid, units })
}

function PlaceLine({ place, digits }: { readonly place: UnitPlace; readonly digits: number }) {
  const { say } = useWords()
  const { rank, name, score, submitted, status, tied, streak, reason } = place
  return (
    <span className="place-line">
      <span className="rank number">{submitted ? rank : '–'}</span>
      <span className="place-name">
        {name}
        {place.waivers.length > 0 && <span className="tag">{say('office-pane/has-waivers')}</span>}
        {submitted && tied && <span className="tag">{say('office-pane/tied')}</span>}
        {submitted && place.undetermined && !place.last && <span className="tag warning">{say('explain-pane/undetermined')}</span>}
        {place.last && <span className={status === 'last-doubtful' ? 'tag warning' : 'tag error'}>{say(status === 'last-doubtful' ? 'office-pane/last-doubtful' : streak > 1 ? 'office-pane/streak' : 'office-pane/last', { weeks: streak })}</span>}
        {!submitted && <span className="soft small not-ranked">{say('office-pane/not-ranked', { why: reasonText({ code: reason ?? 'intake/missing' }, say) })}</span>}
      </span>
      <RankLine history={place.history} />
      <span className="score number">{score?.toFixed(digits) ?? ''}</span>
      <Movement place={place} />
    </span>
  )
}

/** An arrow with its number; in words for who cannot see it. */
function Movement({ place: { movement, submitted } }: { readonly place: UnitPlace }) {
  const { say } = useWords()
  if (!submitted) return <span className="movement" />
  const words = movement === undefined ? say('office-pane/new-place') : movement > 0 ? say('office-pane/up', { places: movement }) : movement < 0 ? say('office-pane/down', { places: -movement }) : say('office-pane/same')
  const mark = movement === undefined ? '·' : movement > 0 ? `▲${movement}` : movement < 0 ? `▼${-movement}` : '='
  return (
    <span className={`movement number ${movement === undefined || movement === 0 ? 'level' : movement > 0 ? 'up' : 'down'}`} title={words}>
      <span aria-hidden="true">{mark}</span>
      <span className="hidden-words">{words}</span>
    </span>
  )
}
