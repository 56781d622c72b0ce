/** Who takes part in the four weeks, and what each of them hands in. */
import type { IncomingFile } from '../../src/app/intake/incoming'
import type { RegisteredUnit } from '../../src/domain/ranking/ledger'
import type { Registry } from '../../src/domain/ranking/registry'
import { unit } from '../app/office-in-hand'
import type { OfficeOverWeeks, Work } from './office-over-weeks'

/**
 * Work done, by week; `-`: no return. Group 一组 looks after 教育 and 卫生, 二组 after the others; 一组 assesses from week 3 on.
 *
 * | system | unit       | w1          | w2 | w3 | w4 |
 * | 教育   | u1 一中    | 90          | 90 | 90 | 90 |
 * | 教育   | u2 二中    | 60, then 72 | 60 | 60 | 60 |   last; in week 2 with u3; week 1 is corrected after week 4
 * | 教育   | u3 三中    | 70          | 60 | 80 | 80 |   a member owes hours in week 4, which is waived
 * | 教育   | u4 四中    | 80 late     | 80 | 85 | 75 |
 * | 卫生   | u5 中医院  | 50          | 50 | 50 | 50 |   last all along
 * | 卫生   | u6 防疫站  | 70          | 70 | 70 | 70 |
 * | 卫生   | u7 卫校    | 75          | 75 | 75 | 75 |   moves to 商业 before week 4
 * | 农业   | u8 农机站  | 70          | 80 | 80 | 80 |   all tied in week 1
 * | 农业   | u9 种子站  | 70          | 75 | 75 | 75 |   a member owes hours in week 4
 * | 农业   | u10 林场   | 70          | 55 | -  | 55 |
 * | 商业   | u11 粮店   | 40          | 40 | 40 | 40 |
 * | 商业   | u12 百货店 | 80          | -  | 80 | 80 |
 */
const WORK: Readonly<Record<string, readonly (number | undefined)[]>> = {
  u1: [90, 90, 90, 90], u2: [60, 60, 60, 60], u3: [70, 60, 80, 80], u4: [80, 80, 85, 75],
  u5: [50, 50, 50, 50], u6: [70, 70, 70, 70], u7: [75, 75, 75, 75],
  u8: [70, 80, 80, 80], u9: [70, 75, 75, 75], u10: [70, 55, undefined, 55],
  u11: [40, 40, 40, 40], u12: [80, undefined, 80, 80],
}
/** Hours of the two members in week 4; everybody else has 12 each. */
const HOURS: Readonly<Record<string, Work['hours']>> = { u3: [12, 0], u9: [12, 11] }

const in_ = (group: string, system: string, names: readonly string[], first: number): RegisteredUnit[] => names.map((name, i) => ({ ...unit(`u${first + i}`, name, system, 2), group }))
export const REGISTRY: Registry = {
  units: [...in_('g1', '教育', ['一中', '二中', '三中', '四中'], 1), ...in_('g1', '卫生', ['中医院', '防疫站', '卫校'], 5), ...in_('g2', '农业', ['农机站', '种子站', '林场'], 8), ...in_('g2', '商业', ['粮店', '百货店'], 11)],
  groups: [{ id: 'g1', name: '一组' }, { id: 'g2', name: '二组' }],
}
/** Units' returns of a week, but for those named. */
export const unitReturns = (office: OfficeOverWeeks, week: number, but: readonly string[] = []): IncomingFile[] =>
  Object.entries(WORK).flatMap(([id, work]) => (work[week - 1] === undefined || but.includes(id) ? [] : [office.unit(id, week, { work: work[week - 1] as number, ...(week === 4 && HOURS[id] && { hours: HOURS[id] }) })]))
/** What group 一组 says of u1 … u7: the work as the unit itself reports it, but for u6. */
export const assessments = (office: OfficeOverWeeks, week: number): IncomingFile => office.group('g1', week, Object.values(WORK).slice(0, 7).map((work, i) => (i === 5 && week === 3 ? 94 : (work[week - 1] as number))))
