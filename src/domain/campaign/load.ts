/** A campaign.yaml, as text, checked and ready for use, or the list of its mistakes. */
import { checkSource, placed } from './check-definition'
import { MAX_ALIASES, MAX_SOURCE } from './limits'
import { MistakeLog } from './mistake'
import { YamlSource } from './position'
import type { Checked } from './check-definition'
import type { Mistake } from './mistake'

/**
 * Loads a definition from the text of its file. `file` is only repeated in the mistakes.
 * All mistakes are collected, sorted by line; with any, there is no campaign. Never throws for bad text.
 * Codes: `definition/…` and `expression/…` of messages/definition.ts.
 */
export function loadDefinition(source: string, file: string): Checked {
  const start = { line: 1, column: 1 }
  if (source.length > MAX_SOURCE) return { mistakes: [placed({ path: [], code: 'definition/too-large', params: { most: MAX_SOURCE } }, file, start)] }

  const yaml = new YamlSource(source)
  if (yaml.document.errors.length > 0) {
    return { mistakes: yaml.document.errors.map((error) => placed({ path: [], code: 'definition/yaml', params: { summary: error.message } }, file, yaml.positionOf(error.pos[0]))) }
  }
  let data: unknown
  try {
    data = yaml.document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (error) {
    // The one thing toJS throws for: an alias that resolves to nothing, or too many of them.
    return { mistakes: [placed({ path: [], code: 'definition/alias', params: { summary: error instanceof Error ? error.message : '' } }, file, start)] }
  }
  const log = new MistakeLog()
  const campaign = checkSource(data, {}, log)
  const mistakes = log.found.map((mistake): Mistake => placed(mistake, file, yaml.at(mistake.path, { key: mistake.key, caret: mistake.caret })))
  return { campaign, mistakes: mistakes.sort((a, b) => a.line - b.line || a.column - b.column) }
}
