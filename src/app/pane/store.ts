/** A state that can be watched: what every part of the pane is made of. Knows nothing of who draws it. */
export class Store<State> {
  private readonly listeners = new Set<() => void>()

  constructor(private current: State) {}

  get state(): State {
    return this.current
  }

  /** Tells every listener, unless it is the very same state. */
  set(next: State): void {
    if (next === this.current) return
    this.current = next
    for (const listener of [...this.listeners]) listener()
  }

  update(change: Partial<State>): void {
    this.set({ ...this.current, ...change })
  }

  /** Returns how to stop. An arrow, so that it can be handed on. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
}
