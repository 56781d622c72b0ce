/** Papers in zip files: one for everything, or one to hand to each unit or system. */
import type { Registry } from '../../domain/ranking/registry'
import type { Say } from '../../domain/text'
import type { Compression } from '../../workbook/compression'
import { writeZip } from '../../workbook/xlsx/write/zip'
import { fileName, FileNames } from '../file-name'
import type { Paper } from './papers-for'

export interface PapersZip {
  /** File name that every system takes. */
  readonly name: string
  /** Registry id or system; empty: everything that is about none in particular. */
  readonly about: string
  readonly bytes: Uint8Array
}

export interface ZipOptions {
  /** `campaign`: one zip, in it a folder for each system and unit. */
  readonly by: 'unit' | 'system' | 'campaign'
  readonly registry: Registry
  readonly week: number
  readonly say: Say
  readonly compression: Compression
}

/** Zips in the order of the papers; papers about several units or systems go together into one of their own. Equal papers give equal bytes. */
export function papersZips(papers: readonly Paper[], options: ZipOptions): PapersZip[] {
  const { by, registry, week, say, compression } = options
  const names = new Map(registry.units.map(({ id, name }) => [id, name]))
  const keyOf = ({ unit, system }: Paper) => (by === 'campaign' ? '' : ((by === 'unit' ? unit : system) ?? ''))
  const zips = new FileNames()
  return [...new Set(papers.map(keyOf))].map((about) => {
    const those = papers.filter((paper) => keyOf(paper) === about)
    const shown = by === 'unit' ? (names.get(about) ?? about) : about
    const entries = those.map((paper) => ({ name: by === 'unit' ? paper.name : pathOf(paper, names, by === 'campaign'), bytes: paper.bytes }))
    return { name: zips.free(about === '' ? say('papers/zip', { week }) : say('papers/zip-of', { about: shown, week }), '.zip'), about, bytes: writeZip(entries, compression) }
  })
}

function pathOf({ name, unit, system }: Paper, names: ReadonlyMap<string, string>, withSystem: boolean): string {
  return [...(withSystem && system !== undefined ? [fileName(system)] : []), ...(unit === undefined ? [] : [fileName(names.get(unit) ?? unit)]), name].join('/')
}
