/** The pane as a whole: finds out which workbook is open; the view for its kind does the rest. */
import { isReturnsSheet } from '../../domain/returns/identity'
import type { Language, Say } from '../../domain/text'
import { kindOf, type Opened } from './opened'
import { Store } from './store'
import type { PaneTools } from './tools'
import { troubleOf, type Trouble } from './trouble'

/** What a view is given: the workbook as it was opened, the tools, and words in the pane's language. */
export interface PaneSession {
  readonly tools: PaneTools
  readonly opened: Opened
  readonly language: Language
  /** The whole catalogue in the pane's language. */
  readonly say: Say
  /** The same in any language: a workbook is written in its own. */
  readonly sayIn: (language: Language) => Say
  /** Finds out again what is open, after the workbook became another (or to try again). */
  reopen(): void
}

export type PaneState =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly trouble: Trouble }
  | { readonly phase: 'open'; readonly session: PaneSession }

export class Pane {
  readonly store = new Store<PaneState>({ phase: 'opening' })
  private attempt = 0

  constructor(
    private readonly tools: PaneTools,
    readonly language: Language,
  ) {}

  /** Reads the workbook and shows the view of its kind. A later call overtakes an earlier one. */
  readonly open = async (): Promise<void> => {
    const attempt = ++this.attempt
    this.store.set({ phase: 'opening' })
    try {
      const [name, book, sayIn] = await Promise.all([this.tools.workbook.name(), this.tools.workbook.snapshot({ leaveOut: isReturnsSheet }), this.tools.words()])
      if (attempt !== this.attempt) return
      const opened: Opened = { kind: kindOf(book), name, book }
      this.store.set({ phase: 'open', session: { tools: this.tools, opened, language: this.language, say: sayIn(this.language), sayIn, reopen: () => void this.open() } })
    } catch (error) {
      if (attempt === this.attempt) this.store.set({ phase: 'failed', trouble: troubleOf(error) })
    }
  }
}
