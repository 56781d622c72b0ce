/** Everything that one unit or group sends in over the weeks. */
import { groupWorkbook } from '../../reports/issued/group-workbook'
import { unitWorkbook } from '../../reports/issued/unit-workbook'
import { checkPatch, checkWorkbook } from '../check'
import { weekEnd } from './days'
import { fallShort } from './faults/edit-faults'
import { finishReturn } from './finish-return'
import { ReturnInMaking } from './return-in-making'
import { COPIED_WEEK, fillingOf } from './subject'
import { typed } from './typed-cells'
import type { FaultPlan } from './fault-plan'
import type { IntakeFault } from './faults/intake-faults'
import type { Mail, Sender } from './faults/mail'
import type { Subject } from './subject'
import type { Tuning } from './tuning'
import type { WorkbookFormat } from '../ports'
import type { Campaign } from '../../domain/campaign/campaign'
import type { FormDefinition } from '../../domain/campaign/schema'
import type { Say } from '../../domain/text'
import type { WorkbookSpec } from '../../workbook/spec'

/** How many units check their return before they send it. Checking costs most of the time that making a return up takes. */
const CHECKED_SHARE = 0.35

/** By how much weak units have got better at the end. */
const IMPROVEMENT = 0.4
/** The higher, the fewer units are short of anything: most do what is asked. */
const WEAK_FEW = 5
/** Weakness of those who are to come last: beyond that of anybody else (1). */
const HOPELESS = 3

/** What a workbook is made of. */
export interface Issuing {
  readonly campaign: Campaign
  readonly format: WorkbookFormat
  readonly say: Say
  readonly definitionText: string
}

export interface Sending extends Issuing {
  readonly tuning: Tuning
  readonly weeks: number
  readonly plan: FaultPlan
}

export class SubjectReturns {
  /** The workbook as it was handed out. */
  readonly issued: Uint8Array
  readonly #spec: WorkbookSpec
  /** Last week's file, when it was in order. */
  #lastWeek: Pick<Mail, 'bytes' | 'planted'> | undefined

  constructor(
    private readonly subject: Subject,
    private readonly others: readonly Subject[],
    private readonly sending: Sending,
  ) {
    this.#spec = issuedSpec(subject, sending)
    this.issued = sending.format.write(this.#spec)
  }

  get issuedName(): string {
    return fileName(this.subject)
  }

  /** To be asked for week after week, from the first. */
  ofWeek(week: number): readonly Mail[] {
    const { plan } = this.sending
    const intake = plan.intakeFor(this.subject, week)
    const mails = intake && this.#spoiltAtIntake(intake, week)
    if (intake && !mails) plan.decline(intake)
    if (mails) {
      this.#lastWeek = undefined
      return mails
    }
    const making = this.#making(week)
    plan.plant(making)
    this.#fallShort(making)
    if (week === COPIED_WEEK && this.subject.copies) making.planted.push({ code: 'intake/same-as-another', severity: 'warning', note: 'two units send the very same content', entails: [] })
    const finished = this.#finish(making)
    const isChecked = this.subject.random.fork('checked').fork(week).chance(CHECKED_SHARE)
    const bytes = isChecked ? this.#seal(finished, `${this.#day(week)}T16:30:00`) : finished
    const inOrder = making.spoilt.size === 0 && making.planted.every(({ code }) => /^(requirement|intake)\//.test(code))
    this.#lastWeek = inOrder ? { bytes, planted: making.planted } : undefined
    return [{ name: fileName(this.subject), bytes, planted: making.planted }]
  }

  #spoiltAtIntake(fault: IntakeFault, week: number): readonly Mail[] | undefined {
    const again = (): ReturnInMaking => {
      const making = this.#making(week)
      this.#fallShort(making)
      fault.prepare?.(making)
      return making
    }
    const making = again()
    const own: Mail = { name: fileName(this.subject), bytes: this.#seal(this.#finish(making), `${this.#day(week)}T16:30:00`), planted: making.planted }
    const sender: Sender = {
      making,
      own,
      finish: (other) => this.#finish(other),
      seal: (bytes, at) => this.#seal(bytes, at),
      day: this.#day(week),
      again,
      ...(this.#lastWeek && { lastWeek: this.#lastWeek }),
      others: this.others,
      fileName,
    }
    return fault.deliver(sender)
  }

  #making(week: number): ReturnInMaking {
    const { campaign, tuning } = this.sending
    return new ReturnInMaking(campaign, this.subject, week, fillingOf(this.subject, week, campaign, tuning), this.#spec)
  }

  /** Weak units are short of more, and of less from week to week. */
  #fallShort(making: ReturnInMaking): void {
    if (this.subject.kind === 'group') return
    const { tuning, weeks } = this.sending
    const better = (IMPROVEMENT * (making.week - 1)) / Math.max(1, weeks - 1)
    fallShort(tuning, making, this.subject.reserved ? HOPELESS : (1 - this.subject.quality) ** WEAK_FEW * (1 - better))
  }

  #finish(making: ReturnInMaking): Uint8Array {
    return finishReturn(making, this.#spec, this.issued, this.sending.format)
  }

  /** As a unit sends it that has checked it with one click: results beside the rows, and the seal. */
  #seal(bytes: Uint8Array, at: string): Uint8Array {
    const { campaign, format, say } = this.sending
    const result = checkWorkbook(format.read(bytes), { campaign, today: at.slice(0, 10), now: at })
    return format.patch(bytes, checkPatch(result, say, campaign.definition.language))
  }

  #day(week: number): string {
    return weekEnd(this.sending.campaign.definition, week)
  }
}

/** `U001 人民医院.xlsx`; what Windows refuses in a name is left out. */
export function fileName({ id, name }: Pick<Subject, 'id' | 'name'>, remark = ''): string {
  return `${id === name ? name : `${id} ${name}`}${remark}.xlsx`.replace(/[\\/:*?"<>|]/g, '')
}

/** The workbook that was handed out to a unit or group, before anybody filled it in. */
export function issuedSpec(subject: Subject, { campaign, say, definitionText }: Omit<Issuing, 'format'>): WorkbookSpec {
  const { definition } = campaign
  const { language } = definition
  const options = { language, say, definitionText }
  const { id, name, unit, units } = subject
  if (!unit) return groupWorkbook(campaign, { id, name, system: [...new Set(units.map(({ system }) => system))].join(' '), headcount: 0, group: id, units }, options)
  const roster = campaign.forms.unit.map((form) => definition.forms[form] as FormDefinition).find(({ shape }) => shape === 'roster')
  const members = unit.members.map(({ values }) =>
    Object.fromEntries(
      Object.entries(roster?.fields ?? {}).flatMap(([field, definitionOf]) => {
        if (definitionOf.type === 'repeat') return []
        const { value } = typed(values[field] ?? null, definitionOf, { definition, language, labels: [] })
        return value === null ? [] : [[field, value] as const]
      }),
    ),
  )
  return unitWorkbook(campaign, { id, name, system: unit.system, headcount: unit.headcount, group: unit.group, liaison: unit.liaison, phone: unit.phone, members }, options)
}
