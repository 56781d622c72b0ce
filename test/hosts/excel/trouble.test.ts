import { HostTrouble } from '../../../src/app/open-workbook'
import { troubleFrom } from '../../../src/hosts/excel/trouble'
import { host } from '../../../src/messages/host'

const officeError = (code: string, errorLocation?: string) => Object.assign(new Error('What Excel says.'), { code, debugInfo: { errorLocation } })

describe('an error of Office.js', () => {
  it.each([
    ['InvalidOperationInCellEditMode', 'host/editing', { sheet: '名册' }],
    ['ItemNotFound', 'host/sheet-missing', { sheet: '名册' }],
    ['AccessDenied', 'host/protected', { sheet: '名册' }],
    ['ApiNotFound', 'host/too-old', { needs: 'Worksheet.onChanged' }],
    ['ResponsePayloadSizeLimitExceeded', 'host/too-large', { sheet: '名册' }],
    ['GeneralException', 'host/failed', { reason: 'What Excel says. (GeneralException, Worksheet.onChanged)' }],
    ['SomethingNew', 'host/failed', { reason: 'What Excel says. (SomethingNew, Worksheet.onChanged)' }],
  ])('%s is %s', (code, expected, params) => expect(troubleFrom(officeError(code, 'Worksheet.onChanged'), '名册')).toMatchObject({ code: expected, params }))

  it('stays what it is when it has been told already, or is none', () => {
    const told = new HostTrouble('host/editing')
    const bug = new TypeError('x is undefined')
    expect([troubleFrom(told), troubleFrom(bug)]).toEqual([told, bug])
  })
})

describe('its words', () => {
  const codes = ['editing', 'sheet-missing', 'sheet-hidden', 'read-only', 'protected', 'too-old', 'too-large', 'failed', 'lacks-hidden-rows', 'lacks-merges'].map((code) => `host/${code}`)

  it.each(['zh', 'en'] as const)('exist with a remedy for all of them and nothing else, %s', (language) => {
    expect(Object.keys(host[language]).sort()).toEqual(codes.flatMap((code) => [code, `${code}.fix`]).sort())
  })
})
