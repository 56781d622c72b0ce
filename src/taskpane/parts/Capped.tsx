import React, { useState } from 'react'
import { ActionButton } from 'office-ui-fabric-react/lib/Button'
import { useWords } from '../shell/words'

interface Props<Item> {
  readonly items: readonly Item[]
  /** Shown at first, and again with each click. */
  readonly atOnce: number
  readonly className?: string
  readonly children: (item: Item, index: number) => React.ReactElement
}

/** A list of which the first are shown and the rest is counted: a pane is no place for five hundred rows at once. */
export function Capped<Item>({ items, atOnce, className, children }: Props<Item>) {
  const { say } = useWords()
  const [shown, setShown] = useState(atOnce)
  const rest = items.length - shown
  return (
    <>
      <ul className={className}>{items.slice(0, shown).map(children)}</ul>
      {rest > 0 && <ActionButton className="more" text={say('pane/more', { n: Math.min(rest, atOnce * 5) })} onClick={() => setShown(shown + atOnce * 5)} />}
    </>
  )
}
