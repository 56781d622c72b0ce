import { useEffect, useState } from 'react'
import type { Store } from '../../app/pane/store'

/** The store's state, drawn anew whenever it changes. */
export function useStore<State>(store: Store<State>): State {
  const [state, setState] = useState(store.state)
  useEffect(() => {
    // It may have changed between drawing and watching.
    setState(store.state)
    return store.subscribe(() => setState(store.state))
  }, [store])
  return state
}
