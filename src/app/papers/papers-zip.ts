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
  const names = new Map(options.registry.units.map(({ id, name }) => [id, name]))
  return bundles(papers, options, '.zip').map(({ name, about, papers: those }) => {
    const entries = those.map((paper) => ({ name: options.by === 'unit' ? paper.name : pathOf(paper, names, options.by === 'campaign'), bytes: paper.bytes }))
    return { name, about, bytes: writeZip(entries, options.compression) }
  })
}

export interface PaperBundle {
  readonly name: string
  readonly about: string
  readonly papers: readonly Paper[]
}

/** What goes into one file together, in the order of the papers. @param extension of that file, with its dot */
export function bundles(papers: readonly Paper[], { by, registry, week, say }: Pick<ZipOptions, 'by' | 'registry' | 'week' | 'say'>, extension: string): PaperBundle[] {
  const names = new Map(registry.units.map(({ id, name }) => [id, name]))
  const keyOf = ({ unit, system }: Paper) => (by === 'campaign' ? '' : ((by === 'unit' ? unit : system) ?? ''))
  const files = new FileNames()
  return [...new Set(papers.map(keyOf))].map((about) => {
    const shown = by === 'unit' ? (names.get(about) ?? about) : about
    return { name: files.free(about === '' ? say('papers/zip', { week }) : say('papers/zip-of', { about: shown, week }), extension), about, papers: papers.filter((paper) => keyOf(paper) === about) }
  })
}

function pathOf({ name, unit, system }: Paper, names: ReadonlyMap<string, string>, withSystem: boolean): string {
  return [...(withSystem && system !== undefined ? [fileName(system)] : []), ...(unit === undefined ? [] : [fileName(names.get(unit) ?? unit)]), name].join('/')
}
