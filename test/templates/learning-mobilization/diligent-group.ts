/** A supervision group of two units that did everything asked of it by the last day of the stage. */
import type { IsoDate, SubjectFacts } from '../../../src/domain/returns/return'
import type { Cells, Draft } from './draft-return'
import { until } from './until'

export const FIRST_UNIT = '示例局'
export const SECOND_UNIT = '样板站'

export const GROUP: SubjectFacts = { id: 'g01', name: '第一督导组', system: '综合系统', headcount: 0, group: 'g01' }

/** All days of the six weeks. */
const DAYS = Array.from({ length: 42 }, (_, index) => new Date(Date.UTC(2005, 1, 21 + index)).toISOString().slice(0, 10))
/** Two days of each week, Tuesday and Thursday. */
const VISIT_DAYS = DAYS.filter((_, index) => index % 7 === 1 || index % 7 === 3)

const scores = (): Cells[] => Array.from({ length: 20 }, (_, index) => ({ score: index === 0 ? 3 : 4.5 }))

/** A fresh copy each time, as it stood at the end of a day. */
export function diligentGroup(asOf: IsoDate): Draft {
  return until(asOf, {
    supervisedUnits: [
      { name: FIRST_UNIT, system: '综合系统', headcount: 13, liaison: '丁一凡', phone: '0734-0000001' },
      { name: SECOND_UNIT, system: '综合系统', headcount: 8, liaison: '方二平', phone: '0734-0000002' },
    ],
    visits: VISIT_DAYS.flatMap((on) =>
      [FIRST_UNIT, SECOND_UNIT].map((unit): Cells => ({ unit, on, diary: '查看学习现场和笔记，指出缺课两人，单位答复本周补课。', badgesChecked: 10, badgesMissing: 0 })),
    ),
    groupBriefs: DAYS.map((on, index) => ({ on, title: `督导信息第${index + 1}期` })),
    assessment: {
      [FIRST_UNIT]: { assessedOn: '2005-03-29', items: scores() },
      [SECOND_UNIT]: { assessedOn: '2005-03-29', items: scores() },
    },
    signOffs: {
      [FIRST_UNIT]: { lookedBack: true, signedBy: '组长', signedOn: '2005-03-30', approvedOn: '2005-03-31' },
      [SECOND_UNIT]: { lookedBack: true, signedBy: '组长', signedOn: '2005-03-30', approvedOn: '2005-03-31' },
    },
    reportReviews: [{ unit: FIRST_UNIT, author: '常委成', receivedOn: '2005-03-10', reviewedOn: '2005-03-12', result: 'accepted' }],
  })
}
