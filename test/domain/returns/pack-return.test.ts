/** A packed return is the return: whatever is worked out from it comes to the same. Over returns with every planted fault. */
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import { packReturn, unpackReturn } from '../../../src/domain/returns/pack-return'
import { readReturn } from '../../../src/domain/returns/read-return'
import type { Return } from '../../../src/domain/returns/return'
import { WorkbookError } from '../../../src/workbook/error'
import { format, makeUp, type MadeUp } from '../../app/demo/made-up'
import { SHIPPED } from '../../support/shipped-campaigns'

function returnsIn({ campaign, files }: MadeUp): Return[] {
  return [...files].flatMap(([path, bytes]) => {
    if (!path.startsWith('returns/')) return []
    try {
      return [readReturn(format.read(bytes), campaign)]
    } catch (error) {
      if (error instanceof WorkbookError) return []
      throw error
    }
  })
}

describe.each(SHIPPED)('returns of %s', (id) => {
  let made: MadeUp
  let returns: Return[]
  beforeAll(async () => {
    made = await makeUp(id, { units: 6, weeks: 2 })
    returns = returnsIn(made)
  }, 120_000)

  it('come out of their packing as they went in, also through JSON', () => {
    expect(returns.length).toBeGreaterThan(8)
    for (const ret of returns) expect(unpackReturn(JSON.parse(JSON.stringify(packReturn(ret))))).toEqual(ret)
  })

  it('are judged alike, down to every cell that is named', () => {
    const { campaign } = made
    const asOf = campaign.calendar.weekEnd(2)
    for (const ret of returns) expect(evaluate(campaign, unpackReturn(packReturn(ret)) as Return, asOf)).toEqual(evaluate(campaign, ret, asOf))
    expect(returns.some((ret) => evaluate(campaign, ret, asOf).findings.some(({ kind, sheet, row, column }) => kind === 'requirement' && sheet !== undefined && row !== undefined && column !== undefined))).toBe(true)
  })

  it('take a fraction of the room that their records would', () => {
    const room = (values: readonly unknown[]) => JSON.stringify(values).length
    expect(room(returns.map(packReturn))).toBeLessThan(room(returns) * 0.6)
  })
})

describe('what is no packed return', () => {
  it.each([['nothing', undefined], ['a text', 'x'], ['another format', { v: 2 }], ['half of one', { v: 1, kind: 'unit', forms: {}, located: {}, rows: {}, subject: {}, content: 'x' }], ['lists that are none', { v: 1, kind: 'unit', forms: { a: {} }, located: {}, rows: {}, subject: {}, findings: [], content: 'x' }]])('%s is not taken for one', (_, value) => {
    expect(unpackReturn(value)).toBeUndefined()
  })
})
