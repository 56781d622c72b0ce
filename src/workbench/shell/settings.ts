/** What a person chose on this page before, as long as the browser keeps it. */
export interface Settings {
  /** Null: never chosen, or the browser keeps nothing. */
  get(name: 'language' | 'pane-width'): string | null
  set(name: 'language' | 'pane-width', value: string): void
}

/** Browsers that keep nothing throw; then everything is as if it was never chosen. */
export function storedSettings(storage: () => Pick<Storage, 'getItem' | 'setItem'>): Settings {
  return {
    get(name) {
      try {
        return storage().getItem(`muster-${name}`)
      } catch {
        return null
      }
    },
    set(name, value) {
      try {
        storage().setItem(`muster-${name}`, value)
      } catch {
        // It holds for this visit.
      }
    },
  }
}
