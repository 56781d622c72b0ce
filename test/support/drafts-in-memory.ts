import { summaryOf, type Draft, type DraftStore } from '../../src/app/workbench/drafts'

/** Drafts as long as the test runs; refuses when it is told to. What goes in and out is cloned, as in a browser. */
export class DraftsInMemory implements DraftStore {
  isRefusing = false
  private readonly drafts = new Map<string, Draft>()

  list = async () => {
    this.refuse()
    return [...this.drafts.values()].map(summaryOf).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  }

  load = async (id: string) => {
    this.refuse()
    return structuredClone(this.drafts.get(id))
  }

  save = async (draft: Draft) => {
    this.refuse()
    this.drafts.set(draft.id, structuredClone(draft))
  }

  discard = async (id: string) => {
    this.refuse()
    this.drafts.delete(id)
  }

  private refuse(): void {
    if (this.isRefusing) throw new DOMException('no room', 'QuotaExceededError')
  }
}
