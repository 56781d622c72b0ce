/** Faults that only the office meets: which file counts, for whom, for which week, and whether it is a workbook at all. */
import { IDENTITY_KEYS } from '../../../domain/returns/identity'
import { followersOf } from '../followers'
import { plantOnSheet } from './sheet-faults'
import type { Found, ReturnInMaking } from '../return-in-making'
import type { Planted } from '../planted'
import type { Mail, Sender } from './mail'

export interface IntakeFault {
  readonly code: string
  readonly from: number
  /** What is done to the return before it is finished. */
  readonly prepare?: (making: ReturnInMaking) => void
  /** What arrives; undefined: no occasion. */
  deliver(sender: Sender): readonly Mail[] | undefined
}

type Severity = Planted['severity']

const found = (code: string, severity: Severity, note: string, entails: readonly string[] = []): Found => ({ code, severity, note, entails })

/** The file as it is, with a reason that intake gives for it. */
function remarked(code: string, severity: Severity, note: string, prepare?: IntakeFault['prepare']): IntakeFault {
  return { code, from: 1, ...(prepare && { prepare }), deliver: ({ own }) => [{ ...own, planted: [...own.planted, found(code, severity, note)] }] }
}

/** Instead of the return, something that is no readable workbook. */
function unreadable(code: string, note: string, bytesOf: (own: Uint8Array) => Uint8Array, extension = '.xlsx'): IntakeFault {
  return { code, from: 1, deliver: ({ own }) => [{ name: own.name.replace(/\.xlsx$/, extension), bytes: bytesOf(own.bytes), planted: [found(code, 'error', note)] }] }
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** A compound file with one stream name in its directory: what Excel 97 writes, and what a password makes of an .xlsx. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(1536)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set([...stream].flatMap((character) => [character.charCodeAt(0), 0]), 1024)
  return bytes
}

/** An earlier state of the return: the last row of a ledger is not there yet. Undefined when all ledgers are empty. */
function earlier(making: ReturnInMaking): { readonly making: ReturnInMaking; readonly entails: readonly string[] } | undefined {
  const ledger = making.forms.find((id) => making.form(id).shape === 'events' && making.rows(id).length > 1)
  if (ledger === undefined) return undefined
  making.replaceRows(ledger, making.rows(ledger).slice(0, -1))
  return { making, entails: followersOf(making.campaign.definition, ledger) }
}

/** A word added in a ledger, as somebody does who still sees a slip. */
function touchedUp(making: ReturnInMaking): ReturnInMaking | undefined {
  for (const id of making.forms) {
    if (making.form(id).shape !== 'events') continue
    const field = Object.entries(making.form(id).fields).find(([, { type }]) => type === 'text')?.[0]
    const rows = making.rows(id)
    const first = rows.findIndex(({ values }) => field !== undefined && typeof values[field] === 'string')
    const row = rows[first]
    if (field === undefined || row === undefined) continue
    const word = { zh: '（已核）', en: ' (checked)' }[making.filling.language]
    return making.replaceRows(id, rows.map((one, index) => (index === first ? { values: { ...one.values, [field]: `${row.values[field]}${word}` } } : one))) ? making : undefined
  }
  return undefined
}

/** Reasons of intake that depend on more than the files. */
export const LEFT_TO_THE_OFFICE: Readonly<Record<string, string>> = {
  'intake/late': 'only where the office sets a deadline',
  'intake/same-time': 'only where two files have the same time of modification',
}

export const INTAKE_FAULTS: readonly IntakeFault[] = [
  {
    code: 'intake/missing',
    from: 1,
    deliver: ({ own }) => [{ name: own.name, bytes: new Uint8Array(), planted: [found('intake/missing', 'error', 'nothing was sent')] }],
  },
  {
    code: 'intake/duplicate',
    from: 1,
    deliver: ({ own, making, fileName }) => [
      own,
      { name: fileName(making.subject, { zh: '（副本）', en: '_copy' }[making.filling.language]), bytes: own.bytes, planted: [...own.planted, found('intake/duplicate', 'info', 'the same file twice')] },
    ],
  },
  {
    code: 'intake/superseded',
    from: 1,
    deliver: ({ own, making, again, finish, seal, day, fileName }) => {
      const draft = earlier(again())
      if (!draft) return undefined
      const planted = [...draft.making.planted, found('intake/superseded', 'info', 'an older state of the return', draft.entails)]
      return [own, { name: fileName(making.subject, { zh: '（初稿）', en: '_draft' }[making.filling.language]), bytes: seal(finish(draft.making), `${day}T08:15:00`), planted }]
    },
  },
  {
    // The week is closed with the earlier state; the correction comes afterwards.
    code: 'intake/counted',
    from: 1,
    deliver: ({ own, again, finish, seal, day }) => {
      const draft = earlier(again())
      return draft && [
        { name: own.name, bytes: seal(finish(draft.making), `${day}T09:30:00`), planted: [...draft.making.planted, found('intake/superseded', 'info', 'counts until the correction comes', draft.entails)] },
        { ...own, late: true, planted: [...own.planted, found('intake/counted', 'info', 'a correction that came after the week was closed')] },
      ]
    },
  },
  remarked('intake/wrong-week', 'error', 'another week chosen on the cover', (making) => void (making.weekEntry = making.week === 1 ? 2 : making.week - 1)),
  {
    code: 'intake/of-another-week',
    from: 2,
    deliver: ({ own, lastWeek, making, fileName }) =>
      lastWeek && [own, { name: fileName(making.subject, { zh: '（上周）', en: '_last_week' }[making.filling.language]), bytes: lastWeek.bytes, planted: [...lastWeek.planted, found('intake/of-another-week', 'info', 'the file of the week before, sent again')] }],
  },
  {
    code: 'intake/wrong-unit',
    from: 1,
    deliver: ({ own, making, others, fileName }) => {
      const other = others.find(({ id, kind }) => id !== making.subject.id && kind === making.subject.kind)
      return other && [{ ...own, name: fileName(other, '_2'), planted: [...own.planted, found('intake/wrong-unit', 'error', `named after ${other.id}`)] }]
    },
  },
  remarked('intake/old-definition', 'warning', 'made from an older version', (making) => void (making.identity[IDENTITY_KEYS.version] = '0.9')),
  remarked('intake/old-broken', 'error', 'made from an older version, and a sheet is gone', (making) => {
    making.identity[IDENTITY_KEYS.version] = '0.9'
    plantOnSheet('structure/sheet-missing', making)
  }),
  {
    code: 'intake/edited-after-check',
    from: 1,
    deliver: ({ own, making, again, finish, day }) => {
      const touched = touchedUp(again())
      if (!touched) return undefined
      // The seal is that of the return before the touch.
      Object.assign(touched.identity, { [IDENTITY_KEYS.sealContent]: '0'.repeat(64), [IDENTITY_KEYS.sealRules]: making.campaign.definition.version, [IDENTITY_KEYS.sealAt]: `${day}T11:05:00` })
      return [{ name: own.name, bytes: finish(touched), planted: [...touched.planted, found('intake/edited-after-check', 'warning', 'changed after it was checked')] }]
    },
  },
  {
    code: 'intake/clock-ahead',
    from: 1,
    deliver: ({ own, again, finish, seal }) => [{ ...own, bytes: seal(finish(again()), '2099-01-01T08:00:00'), planted: [...own.planted, found('intake/clock-ahead', 'warning', 'sealed by a clock far ahead')] }],
  },
  {
    code: 'intake/never-checked',
    from: 1,
    deliver: ({ own, again, finish }) => [{ ...own, bytes: finish(again()), planted: [...own.planted, found('intake/never-checked', 'query', 'sent without a check')] }],
  },
  {
    code: 'intake/unknown-unit',
    from: 1,
    deliver: ({ own, again, finish, fileName }) => {
      const stranger = again()
      stranger.identity[IDENTITY_KEYS.subject] = 'U999'
      return [own, { name: fileName({ id: 'U999', name: { zh: '未登记单位', en: 'Not Registered' }[stranger.filling.language] }), bytes: finish(stranger), planted: [...stranger.planted, found('intake/unknown-unit', 'error', 'from a unit that is not registered')] }]
    },
  },
  remarked('intake/name-differs', 'warning', 'the unit under another name', (making) => void (making.identity[IDENTITY_KEYS.name] = `${making.subject.name}${{ zh: '（筹）', en: ' Ltd' }[making.filling.language]}`)),
  remarked('intake/system-differs', 'warning', 'the unit in another system', (making) => void (making.identity[IDENTITY_KEYS.system] = { zh: '原属系统', en: 'Former' }[making.filling.language])),
  unreadable('file/not-a-workbook', 'a text under the name of a workbook', () => text('see attached')),
  unreadable('file/truncated', 'the transfer broke off', (own) => own.slice(0, Math.floor(own.length * 0.6))),
  unreadable('file/password', 'protected by a password', () => compoundFile('EncryptedPackage')),
  unreadable('file/old-xls', 'saved as Excel 97-2003', () => compoundFile('Workbook'), '.xls'),
  unreadable('file/html', 'a web page under the name of a workbook', () => text('<html><body><table><tr><td>1</td></tr></table></body></html>')),
  unreadable('file/empty', 'an empty file', () => new Uint8Array()),
]
