import type { MeasureResult } from '../../../src/domain/evaluation/evaluation'
import { assessmentOf, signOffOf } from '../../../src/domain/oversight/sign-off'
import type { FieldValue, FormRecord, Return } from '../../../src/domain/returns/return'
import { madeReturn } from '../../support/made-return'
import { shipped } from '../../support/shipped-campaigns'
import { campaignOf } from '../../support/campaign-of'

const campaign = shipped('learning-mobilization')
const result = (measure: string, value: number, status: MeasureResult['status'] = 'met'): MeasureResult => ({ measure, of: 'supervised', subject: '图书馆', value, target: 80, gap: 0, attainment: 1, due: '2005-04-03', status })
const record = (form: string, row: number, label: string, values: Record<string, FieldValue>, more: Partial<FormRecord> = {}): FormRecord => ({ form, row, label, values, repeats: {}, accepted: true, ...more })

/** A group of two units; their companions stand in rows of their own. */
const group = (signOffs: readonly FormRecord[]): Return => ({ ...madeReturn(campaign, 1, {}, 'group'), records: { supervisedUnits: [record('supervisedUnits', 5, '图书馆', {}), record('supervisedUnits', 6, '档案馆', {})], signOffs } })
const signed = (rosterRow: number, values: Record<string, FieldValue>, more: Partial<FormRecord> = {}) => record('signOffs', rosterRow + 20, '', { lookedBack: true, signedBy: null, signedOn: null, opinion: '同意转段', ...values }, { rosterRow, ...more })

describe('the assessment', () => {
  it('is the total that the transfer asks for, against its pass mark', () => {
    expect(assessmentOf(campaign, [result('assessment-complete', 20), result('assessment-passed', 93.5), result('assessment-score', 93.5)])).toEqual({ requirement: 'passed', value: 93.5, passMark: 80 })
    expect(assessmentOf(campaign, [result('assessment-passed', 74, 'shortfall')])).toMatchObject({ value: 74 })
  })

  it.each([['nobody has scored', [result('assessment-passed', 0, 'not-started')]], ['cannot be worked out', [result('assessment-passed', 90, 'undetermined')]], ['is not there', []]])('that %s is none', (_, results) => {
    expect(assessmentOf(campaign, results)).toBeUndefined()
  })

  it('is none in a campaign that asks for none', () => expect(assessmentOf(shipped('safety-month'), [result('assessment-passed', 90)])).toBeUndefined())
})

describe('the sign-off', () => {
  it.each<[string, readonly FormRecord[], object | undefined]>([
    ['name and date, of the unit’s own row', [signed(6, { signedBy: '钱组长', signedOn: '2005-03-28' }), signed(5, { signedBy: ' 赵组长 ', signedOn: '2005-03-29' })], { requirement: 'signed', by: '赵组长', on: '2005-03-29' }],
    ['a date alone', [signed(5, { signedOn: '2005-03-29' })], { requirement: 'signed', on: '2005-03-29' }],
    ['a name alone', [signed(5, { signedBy: '赵组长' })], { requirement: 'signed', by: '赵组长' }],
    ['nothing', [signed(5, {})], undefined],
    ['another unit’s row', [signed(6, { signedBy: '钱组长', signedOn: '2005-03-28' })], undefined],
    ['a row that does not count', [signed(5, { signedBy: '赵组长', signedOn: '2005-03-29' }, { accepted: false })], undefined],
  ])('%s', (_, rows, expected) => expect(signOffOf(campaign, group(rows), '图书馆')).toEqual(expected))

  it('with two columns of names it is not told who signed', () => {
    const { definition } = campaign
    const signOffs = definition.forms['signOffs'] as (typeof definition.forms)[string]
    const twice = campaignOf({ ...definition, forms: { ...definition.forms, signOffs: { ...signOffs, fields: { ...signOffs.fields, witness: { ...signOffs.fields['signedBy'], title: { zh: '见证人', en: 'Witness' } } as (typeof signOffs.fields)[string] } } } })
    expect(signOffOf(twice, group([signed(5, { signedBy: '赵组长', witness: '孙某', signedOn: '2005-03-29' })]), '图书馆')).toEqual({ requirement: 'signed', on: '2005-03-29' })
  })
})
