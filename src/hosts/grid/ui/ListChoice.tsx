/**
 * The list of a cell, for mouse and keyboard: typing narrows it, arrows move, Enter takes, Escape leaves. Univer's own can
 * only be clicked.
 */
import React, { useEffect, useMemo, useRef, useState } from 'react18'

/** What Univer hands to the component that it shows at a cell. */
interface Shown {
  readonly popup: {
    readonly anchorRect?: { readonly left: number; readonly right: number }
    readonly extraProps: {
      readonly options: readonly { readonly label: string; readonly value: string }[]
      /** What the cell holds. */
      readonly defaultValue?: string | number
      onChange(values: string[]): Promise<unknown>
      hideFn(): void
    }
  }
}

export interface ListSurroundings {
  /** Whether the cell is being typed into: the list is then a help for the mouse, and the keyboard stays in the cell. */
  editing(): boolean
  /** Name of the list, for a screen reader. */
  readonly label: string
  /** Keeps the keys of the grid from meaning anything; gives how to end that. */
  holdKeys(): () => void
  focusGrid(): void
}

const optionId = (index: number) => `muster-choice-${index}`

export function listChoice({ label, editing, holdKeys, focusGrid }: ListSurroundings) {
  return function ListChoice({ popup: { anchorRect, extraProps } }: Shown) {
    const { options, defaultValue, onChange, hideFn } = extraProps
    const held = String(defaultValue ?? '')
    const [typed, setTyped] = useState('')
    const offered = useMemo(() => options.filter((option) => option.label.toLowerCase().includes(typed.toLowerCase())), [options, typed])
    const [at, setAt] = useState(() => Math.max(0, options.findIndex(({ value }) => value === held)))
    const active = Math.min(at, offered.length - 1)
    const field = useRef<HTMLInputElement>(null)
    const list = useRef<HTMLUListElement>(null)

    useEffect(() => {
      if (editing()) return
      const release = holdKeys()
      takeFocus()
      return () => {
        release()
        focusGrid()
      }
    }, [])
    useEffect(() => void list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active, offered])

    // The popup has no place yet when it is drawn for the first time; focus must not scroll the page to nowhere.
    const takeFocus = () => field.current?.focus({ preventScroll: true })
    /** A click on the cell's arrow puts the keyboard into the grid a moment later: the list asks for it again. Elsewhere, it closes. */
    const leave = ({ relatedTarget: to }: React.FocusEvent) => {
      if (to instanceof Element && to.closest('[data-u-comp="workbench-layout"]')) setTimeout(takeFocus)
      else if (to) hideFn()
    }
    const take = (value: string | undefined) => {
      if (value === undefined) return
      void onChange([value])
      hideFn()
    }
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt(Math.min(active + 1, offered.length - 1)),
      ArrowUp: () => setAt(Math.max(active - 1, 0)),
      PageDown: () => setAt(Math.min(active + 8, offered.length - 1)),
      PageUp: () => setAt(Math.max(active - 8, 0)),
      Enter: () => take(offered[active]?.value),
      Tab: hideFn,
      Escape: hideFn,
    }
    const press = (event: React.KeyboardEvent) => {
      // Enter and arrows belong to the input method while it is composing.
      const move = event.nativeEvent.isComposing ? undefined : moves[event.key]
      if (!move) return
      event.preventDefault()
      event.stopPropagation()
      move()
    }

    return (
      <div className="muster-choice" style={{ minWidth: anchorRect ? anchorRect.right - anchorRect.left : undefined }} onKeyDown={press}>
        <input
          ref={field}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls="muster-choices"
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? optionId(active) : undefined}
          value={typed}
          onBlur={leave}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
        />
        <ul ref={list} id="muster-choices" role="listbox" aria-label={label}>
          {offered.map(({ label: text, value }, index) => (
            <li key={value} id={optionId(index)} role="option" aria-selected={value === held} className={index === active ? 'active' : undefined} onClick={() => take(value)} onMouseMove={() => setAt(index)}>
              {text}
            </li>
          ))}
        </ul>
      </div>
    )
  }
}
