import React, { useEffect, useRef } from 'react'
import { ActionButton } from 'office-ui-fabric-react/lib/Button'
import type { PaperItem, PaperRow, Withheld } from '../../app/pane/office/paper-list'
import { groupBy } from '../../app/pane/group-by'
import { offered } from '../../app/pane/office/papers'
import type { Say } from '../../domain/text'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { useWords } from '../shell/words'
import { withheldText } from './withheld-text'

interface Props {
  readonly row: PaperRow
  /** Drafts are offered, too. */
  readonly draft: boolean
  readonly unticked: ReadonlySet<string>
  readonly isBusy: boolean
  readonly onTick: (ids: readonly string[], isWanted: boolean) => void
  /** Finds out what is not known without the kept returns. */
  readonly onRead: () => void
}

/** A kind of paper: all of it ticked at once, or opened and chosen paper by paper; below them, what has none yet and why. */
export function PaperKindRow({ row, draft, unticked, isBusy, onTick, onRead }: Props) {
  const { say, pick } = useWords()
  const items = offered(row, draft)
  const ticked = items.filter(({ id }) => !unticked.has(id)).length
  const ids = items.map(({ id }) => id)
  const title = pick(row.title)
  const line = useRef<HTMLLIElement>(null)
  const isAsked = useRef(false)
  // The button that was pressed is gone once it is known: the keyboard goes to what took its place.
  useEffect(() => {
    if (!row.isUnread && isAsked.current) line.current?.querySelector<HTMLElement>('.fold-head')?.focus()
    isAsked.current = false
  }, [row.isUnread])
  if (row.isUnread) {
    const read = () => {
      isAsked.current = true
      onRead()
    }
    return (
      <li className="paper-kind unread" ref={line}>
        <span className="paper-title">{title}</span>
        <ActionButton className="more" text={say('papers-pane/read-transfers')} ariaLabel={`${say('papers-pane/read-transfers')} ${title}`} disabled={isBusy} allowDisabledFocus onClick={read} />
      </li>
    )
  }
  return (
    <li className="paper-kind" ref={line}>
      <AllOf label={say('papers-pane/all-of', { title, count: items.length })} ticked={ticked} count={items.length} isDisabled={isBusy} onChange={(isWanted) => onTick(ids, isWanted)} />
      <Fold head={<KindHead row={row} title={title} />}>
        {items.length > 0 && (
          <Capped items={items} atOnce={12} className="paper-items">
            {(item) => <ItemLine key={item.id} item={item} isTicked={!unticked.has(item.id)} isDisabled={isBusy} onTick={(isWanted) => onTick([item.id], isWanted)} />}
          </Capped>
        )}
        {items.length === 0 && row.withheld.length === 0 && <p className="soft small">{say(row.kind === 'reminder' ? 'papers-pane/nothing-reminder' : 'papers-pane/nothing-proposed')}</p>}
        {row.withheld.length > 0 && <WithheldList withheld={row.withheld} />}
      </Fold>
    </li>
  )
}

function KindHead({ row: { items }, title }: { readonly row: PaperRow; readonly title: string }) {
  const { say } = useWords()
  const ready = items.filter((item) => !item.draft).length
  const waiting = items.length - ready
  return (
    <span className="list-head">
      <span className="paper-title">{title}</span>
      <span className="small number">
        {ready > 0 && <span className="decided">{say('papers-pane/ready', { ready })}</span>}
        {ready > 0 && waiting > 0 && ' · '}
        {waiting > 0 && <span className="warning-words">{say('papers-pane/waiting', { waiting })}</span>}
        {items.length === 0 && <span className="soft">{say('papers-pane/nothing')}</span>}
      </span>
    </span>
  )
}

function AllOf({ label, ticked, count, isDisabled, onChange }: { readonly label: string; readonly ticked: number; readonly count: number; readonly isDisabled: boolean; readonly onChange: (isWanted: boolean) => void }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked > 0 && ticked < count
  }, [ticked, count])
  return <input ref={box} type="checkbox" aria-label={label} checked={count > 0 && ticked === count} disabled={isDisabled || count === 0} onChange={({ target }) => onChange(target.checked)} />
}

function ItemLine({ item: { about, draft, keys, unconfirmed }, isTicked, isDisabled, onTick }: { readonly item: PaperItem; readonly isTicked: boolean; readonly isDisabled: boolean; readonly onTick: (isWanted: boolean) => void }) {
  const { say } = useWords()
  return (
    <li>
      <label className="check-line">
        <input type="checkbox" checked={isTicked} disabled={isDisabled} onChange={({ target }) => onTick(target.checked)} />
        <span className="paper-title">{about === '' ? say('papers-pane/about-all') : about}</span>
        <span className="small number">
          {keys.length > 1 && <span className="soft">{`${say('papers-pane/matters', { count: keys.length })} `}</span>}
          {draft && <span className="tag warning">{say(unconfirmed < keys.length ? 'papers-pane/draft-partly' : 'papers-pane/draft-tag', { count: unconfirmed })}</span>}
        </span>
      </label>
    </li>
  )
}

/** What no paper but a draft speaks of: for each reason those whom it keeps back. */
function WithheldList({ withheld }: { readonly withheld: readonly Withheld[] }) {
  const { say } = useWords()
  const reasons = [...groupBy(withheld, (one) => withheldText(one, say))]
  return (
    <div className="withheld small">
      <p className="soft">{say('papers-pane/withheld', { count: withheld.length })}</p>
      <Capped items={reasons} atOnce={6}>
        {([why, those]) => (
          <li key={why}>
            <span className={those[0]?.why === 'dismissed' ? 'soft' : 'warning-words'}>{why}</span>
            {say('office/colon')}
            {those.slice(0, NAMED).map((one) => nameOf(one, say)).join(say('office/comma'))}
            {those.length > NAMED && say('papers-pane/and-units', { count: those.length })}
          </li>
        )}
      </Capped>
    </div>
  )
}

/** Those who are named for one reason, and members of one unit: a pane is no place for all. */
const NAMED = 10
const NAMED_MEMBERS = 3

function nameOf({ name, members }: Withheld, say: Say): string {
  if (members.length === 0) return name
  const more = members.length > NAMED_MEMBERS ? say('papers-pane/and-more', { count: members.length }) : ''
  return `${name}${say('papers-pane/members', { names: members.slice(0, NAMED_MEMBERS).join(say('office/comma')), more })}`
}
