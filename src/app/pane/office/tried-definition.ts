/** Another definition of the same campaign, to be tried on a past week: read from its own file or from a workbook that carries it. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { Mistake } from '../../../domain/campaign/mistake'
import type { Definition } from '../../../domain/campaign/schema'
import type { Text } from '../../../domain/text'
import type { PaneTools, PickedFile } from '../tools'
import { troubleOf, type Trouble } from '../trouble'

export type TriedDefinition =
  | { readonly state: 'none'; readonly trouble?: Trouble }
  | { readonly state: 'reading'; readonly file: string }
  | { readonly state: 'mistaken'; readonly file: string; readonly mistakes: readonly Mistake[] }
  | { readonly state: 'usable'; readonly file: string; readonly campaign: Campaign; readonly differences: readonly Difference[] }

/** Something that the two definitions do not say alike. */
export interface Difference {
  readonly kind: 'form' | 'measure' | 'indicator' | 'adjustment' | 'setting' | 'consequence'
  readonly id: string
  readonly title: Text
  readonly change: 'added' | 'removed' | 'changed'
}

/**
 * A campaign.yaml, or a workbook that was issued by the definition. Never throws: what is wrong is in the result, the
 * mistakes of a definition with their lines.
 */
export async function readTried(file: PickedFile, inForce: Definition, tools: Pick<PaneTools, 'carried' | 'format' | 'loadDefinition'>): Promise<TriedDefinition> {
  try {
    const bytes = await file.load()
    const { campaign, mistakes } = /\.xls[xm]$/i.test(file.name) ? await carriedIn(bytes, tools) : await tools.loadDefinition(new TextDecoder().decode(bytes), file.name)
    if (!campaign) return { state: 'mistaken', file: file.name, mistakes }
    const { id } = campaign.definition
    if (id !== inForce.id) return { state: 'none', trouble: { code: 'rehearse-pane/other-campaign', params: { file: file.name, said: id, campaign: inForce.id } } }
    return { state: 'usable', file: file.name, campaign, differences: differences(inForce, campaign.definition) }
  } catch (error) {
    return { state: 'none', trouble: error instanceof NotCarried ? { code: `rehearse-pane/definition-${error.state}`, params: { file: file.name } } : troubleOf(error) }
  }
}

class NotCarried extends Error {
  constructor(readonly state: 'none' | 'damaged') {
    super(state)
  }
}

async function carriedIn(bytes: Uint8Array, tools: Pick<PaneTools, 'carried' | 'format'>): Promise<{ readonly campaign?: Campaign; readonly mistakes: readonly Mistake[] }> {
  const carried = await tools.carried((await tools.format()).read(bytes))
  if (carried.state === 'none' || carried.state === 'damaged') throw new NotCarried(carried.state)
  return carried.state === 'usable' ? { campaign: carried.campaign, mistakes: [] } : { mistakes: carried.mistakes }
}

/** Kind by kind, in the order of the definition that is tried; what only the one in force has comes last. */
export function differences(inForce: Definition, tried: Definition): Difference[] {
  const between = (kind: Difference['kind'], before: Readonly<Record<string, { readonly title: Text }>>, after: typeof before): Difference[] =>
    [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((id): Difference[] => {
      const [was, is] = [before[id], after[id]]
      if (was && is && JSON.stringify(was) === JSON.stringify(is)) return []
      return [{ kind, id, title: (is ?? was)?.title ?? { zh: id, en: id }, change: !was ? 'added' : !is ? 'removed' : 'changed' }]
    })
  return [
    ...between('form', inForce.forms, tried.forms),
    ...between('measure', inForce.measures, tried.measures),
    ...between('indicator', inForce.indicators, tried.indicators),
    ...between('adjustment', inForce.adjustments ?? {}, tried.adjustments ?? {}),
    ...between('setting', inForce.settings, tried.settings),
    ...between('consequence', inForce.consequences, tried.consequences),
  ]
}
