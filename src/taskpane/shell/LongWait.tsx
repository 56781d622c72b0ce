import React, { useEffect, useState } from 'react'
import { Notice } from './Notice'
import { useWords } from './words'

/** Milliseconds after which waiting calls for a word: a check of 500 members is done long before. */
export const LONG = 4000

/**
 * Excel holds back what an add-in asks for while a cell is being edited, and says nothing. Rendered while
 * something is under way, this says what to do when it takes long.
 */
export function LongWait() {
  const { say } = useWords()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG)
    return () => clearTimeout(timer)
  }, [])
  return isLong ? (
    <Notice tone="info" title={say('pane/long-wait')}>
      <p>{say('pane/long-wait.fix')}</p>
    </Notice>
  ) : null
}
