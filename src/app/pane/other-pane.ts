/** The pane over a workbook of no campaign: a definition file can be checked, and its blank workbooks made. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { Mistake } from '../../domain/campaign/mistake'
import type { PaneSession } from './pane'
import { Store } from './store'
import { troubleOf, type Trouble } from './trouble'

export interface OtherState {
  readonly definition: DefinitionState
  /** The blank workbook that is being made. */
  readonly making?: string
  readonly trouble?: Trouble
}

export type DefinitionState =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly file: string }
  | { readonly state: 'mistaken'; readonly file: string; readonly mistakes: readonly Mistake[] }
  | { readonly state: 'usable'; readonly file: string; readonly campaign: Campaign }

/** Workbooks that a definition makes before anybody is named, as `blankWorkbooks` names them. */
export const BLANKS = ['registry.xlsx', 'unit.xlsx', 'group.xlsx', 'office.xlsx'] as const
export type Blank = (typeof BLANKS)[number]

export class OtherPane {
  readonly store = new Store<OtherState>({ definition: { state: 'none' } })

  constructor(private readonly session: PaneSession) {}

  /** Checks a campaign.yaml: every mistake with its line, or a campaign ready for use. */
  readonly read = async (file: { readonly name: string; text(): Promise<string> }): Promise<void> => {
    this.store.set({ definition: { state: 'reading', file: file.name } })
    try {
      const { campaign, mistakes } = await this.session.tools.loadDefinition(await file.text(), file.name)
      this.store.set({ definition: campaign ? { state: 'usable', file: file.name, campaign } : { state: 'mistaken', file: file.name, mistakes } })
    } catch (error) {
      this.store.set({ definition: { state: 'none' }, trouble: troubleOf(error) })
    }
  }

  /** Which blank workbooks the definition has: those of groups only where it has forms for them. */
  blanks(campaign: Campaign): readonly Blank[] {
    return BLANKS.filter((name) => name !== 'group.xlsx' || campaign.forms.group.length > 0)
  }

  /** Makes one blank workbook and hands it over to be saved, in the definition's own language. */
  readonly make = async (wanted: Blank): Promise<void> => {
    const { definition, making } = this.store.state
    if (definition.state !== 'usable' || making !== undefined) return
    this.store.update({ making: wanted, trouble: undefined })
    try {
      const { tools, sayIn } = this.session
      const { campaign } = definition
      const { language } = campaign.definition
      const [{ blankWorkbooks }, format, definitionText] = await Promise.all([import('../issue'), tools.format(), tools.pack(campaign.definition)])
      for (const { path, spec } of blankWorkbooks(campaign, { language, say: sayIn(language), definitionText })) {
        if (path === wanted) tools.saveFile(path, format.write(spec))
      }
    } catch (error) {
      this.store.update({ trouble: troubleOf(error) })
    } finally {
      this.store.update({ making: undefined })
    }
  }
}
