/** Columns of a registry and the headings they are known by; both languages whatever the reader speaks. */
import { fold } from '../returns/normalise'
import type { Definition } from '../campaign/schema'
import type { RegisteredUnit } from '../ranking/ledger'
import type { Language, Text } from '../text'

export type RegistryColumn = keyof RegisteredUnit

/** In the order of the blank registry. */
export const REGISTRY_COLUMNS = ['id', 'name', 'system', 'headcount', 'liaison', 'phone', 'group'] as const satisfies readonly RegistryColumn[]

/** What a registry cannot do without. */
export const REQUIRED_COLUMNS = ['id', 'name', 'system', 'headcount'] as const satisfies readonly RegistryColumn[]

/** What every registry may call its columns, whatever the campaign. */
export const REGISTRY_HEADINGS: Readonly<Record<RegistryColumn, Text>> = {
  id: { zh: '单位编号', en: 'Unit id' },
  name: { zh: '单位名称', en: 'Unit name' },
  system: { zh: '所属系统', en: 'System' },
  headcount: { zh: '党员人数', en: 'Headcount' },
  liaison: { zh: '联络员', en: 'Liaison' },
  phone: { zh: '电话', en: 'Phone' },
  group: { zh: '督导组', en: 'Supervision group' },
}

/** Other headings that offices use for the same. */
const ALIASES: Readonly<Record<RegistryColumn, readonly string[]>> = {
  id: ['编号', '单位代码', '代码', 'unit no', 'unit no.', 'unit code', 'site id', 'code', 'id'],
  name: ['单位', '名称', '单位全称', 'unit', 'site', 'site name', 'name'],
  system: ['系统', '市直系统', '大区', '所属大区', 'region', 'division', 'ranking group'],
  headcount: ['人数', '党员数', '党员总数', '员工人数', '员工数', 'members', 'employees', 'number of members', 'number of employees'],
  liaison: ['联系人', '联络员姓名', 'contact', 'liaison officer', 'contact person'],
  phone: ['联系电话', '手机', '手机号', '手机号码', '联络员电话', '电话号码', 'telephone', 'mobile', 'tel', 'phone number'],
  group: ['督导小组', '督导组编号', '审核组', 'group', 'audit team', 'supervising group', 'team'],
}

const BY_HEADING: ReadonlyMap<string, RegistryColumn> = new Map(
  REGISTRY_COLUMNS.flatMap((column) => [REGISTRY_HEADINGS[column].zh, REGISTRY_HEADINGS[column].en, ...ALIASES[column]].map((heading) => [fold(heading), column] as const)),
)

/** The column that a heading stands for, after width, case, spaces and brackets; undefined for any other heading. */
export function registryColumn(heading: string): RegistryColumn | undefined {
  return BY_HEADING.get(fold(heading))
}

/** A column as the campaign itself calls it, for its blank registry: `厂区编号`, `Site id`. */
export function registryHeading({ terms }: Definition, column: RegistryColumn, language: Language): string {
  const own: Partial<Record<RegistryColumn, Text>> = {
    id: { zh: `${terms.unit.zh}编号`, en: `${capitalised(terms.unit.en)} id` },
    name: { zh: `${terms.unit.zh}名称`, en: `${capitalised(terms.unit.en)} name` },
    system: { zh: terms.system.zh, en: capitalised(terms.system.en) },
    headcount: { zh: `${terms.member.zh}人数`, en: REGISTRY_HEADINGS.headcount.en },
    group: { zh: terms.group.zh, en: capitalised(terms.group.en) },
  }
  return (own[column] ?? REGISTRY_HEADINGS[column])[language]
}

/** {@link registryColumn}, and the headings in the campaign's own terms. */
export function unitColumn(definition: Definition): (heading: string) => RegistryColumn | undefined {
  const own = new Map(REGISTRY_COLUMNS.flatMap((column) => (['zh', 'en'] as const).map((language) => [fold(registryHeading(definition, column, language)), column] as const)))
  return (heading) => own.get(fold(heading)) ?? registryColumn(heading)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
