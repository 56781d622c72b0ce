/** The pane over a workbook of no campaign: from a definition file and a registry to everything that is handed out. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { Mistake } from '../../domain/campaign/mistake'
import type { WorkerLike } from '../office-worker'
import { IssueDesk } from './office/issue'
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
  /** `issue`: takes the registry in and issues; it begins with an empty one. */
  | { readonly state: 'usable'; readonly file: string; readonly campaign: Campaign; readonly issue: IssueDesk }

/** Workbooks that a definition makes before anybody is named, as `blankWorkbooks` names them. */
const BLANKS = ['registry.xlsx', 'unit.xlsx', 'group.xlsx', 'office.xlsx'] as const
export type Blank = (typeof BLANKS)[number]

/** What is done until the workbooks can be handed out, in this order. */
export const SETUP_STEPS = ['definition', 'registry', 'check', 'issue'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

export interface OtherPorts {
  startWorker(): WorkerLike
  pause(): Promise<void>
}

export class OtherPane {
  readonly store = new Store<OtherState>({ definition: { state: 'none' } })

  constructor(
    private readonly session: PaneSession,
    private readonly ports: OtherPorts,
  ) {}

  /** Checks a campaign.yaml: every mistake with its line, or a campaign ready for use. */
  readonly read = async (file: { readonly name: string; text(): Promise<string> }): Promise<void> => {
    this.store.set({ definition: { state: 'reading', file: file.name } })
    try {
      const { campaign, mistakes } = await this.session.tools.loadDefinition(await file.text(), file.name)
      this.store.set({ definition: campaign ? { state: 'usable', file: file.name, campaign, issue: this.issueDesk(campaign) } : { state: 'mistaken', file: file.name, mistakes } })
    } catch (error) {
      this.store.set({ definition: { state: 'none' }, trouble: troubleOf(error) })
    }
  }

  private issueDesk(campaign: Campaign): IssueDesk {
    const { session, ports } = this
    return new IssueDesk({ session, campaign, language: campaign.definition.language, ...ports }, { units: [], groups: [] })
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

/** The step that comes next: everything before it is done. `registry`: as the desk has it; absent: no definition yet. */
export function nextStep(registry: { readonly from: readonly string[]; readonly isIssuable: boolean } | undefined): SetupStep {
  if (!registry) return 'definition'
  if (registry.from.length === 0) return 'registry'
  return registry.isIssuable ? 'issue' : 'check'
}
