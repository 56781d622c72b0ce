/**
 * Answers the request batches of the genuine Office.js client, as Excel would, over a workbook in memory.
 * The protocol is the client's own (see its `HostBridge`); what it does not know throws.
 */
import type { Area } from '../../../src/workbook/model'
import { areaAddress } from '../../../src/workbook/address'
import type { ExcelInMemory, Raised } from './excel-in-memory'
import { ALL_SHEETS, workbookObject, type HostObject } from './host-objects'
import { OfficeFault, UnknownCall } from './office-fault'

interface Action {
  readonly Id: number
  /** 1 instantiate, 2 query, 3 method, 4 set a property, 5 trace. */
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] }
  readonly QueryInfo?: { readonly Select?: readonly string[] }
}

interface ObjectPath {
  /** 1 the workbook, 3 method, 4 property, 5 indexer. */
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  /** An argument that is an object is its path's id, in both lists; in the second all others are 0. */
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly number[] }
}

interface Message {
  readonly id: number
  readonly type: number
  readonly flags: number
  readonly message: { readonly body: { readonly Actions: readonly Action[]; readonly ObjectPaths: Readonly<Record<string, ObjectPath>> } }
}

/** What the client hands its messages to, and where it waits for answers. */
export interface Bridge {
  sendMessageToHost(json: string): void
  onMessageFromHost?(json: string): void
}

export interface RoundTrip {
  readonly sent: number
  readonly received: number
  /** Names of methods called and properties set or loaded. */
  readonly calls: readonly string[]
  readonly error?: string
}

export interface ExecutorOptions {
  /** Bytes of a request and of a response; Excel on the web takes 5 MB. */
  readonly limit?: number
  /** True: says with each change event who made the change (ExcelApi 1.14). */
  readonly tellsWho?: boolean
}

const DELAY_FOR_CELL_EDIT = 64
const EVENT_CATEGORY = 65_536
const EVENT_TYPES = { DataChanged: 10, Added: 13, SelectionChanged: 14, Deleted: 15 } as const

export class Executor implements Bridge {
  /** All since the beginning. What only releases objects after a batch is not awaited, and not listed. */
  readonly roundTrips: RoundTrip[] = []
  onMessageFromHost?: (json: string) => void
  private readonly subscriptions = new Set<string>()
  private readonly limit: number

  constructor(
    private readonly excel: ExcelInMemory,
    private readonly options: ExecutorOptions = {},
  ) {
    this.limit = options.limit ?? 5 * 1024 * 1024
    excel.onRaised((raised) => this.tell(raised))
  }

  sendMessageToHost(json: string): void {
    const message = JSON.parse(json) as Message
    if (message.type !== 1) return
    if (!this.excel.editing) return this.answer(message, json)
    if (message.flags & DELAY_FOR_CELL_EDIT) return this.excel.whenEdited(() => this.answer(message, json))
    this.reply(message, json, [], new OfficeFault('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.'))
  }

  private answer(message: Message, json: string): void {
    const { Actions, ObjectPaths } = message.message.body
    const results: { ActionId: number; Value: unknown }[] = []
    let fault: OfficeFault | undefined
    const resolve = resolver(workbookObject(this.excel, (event, target) => this.subscribe(event, target)), ObjectPaths)
    try {
      if (Buffer.byteLength(json) > this.limit) throw new OfficeFault('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.')
      for (const action of Actions) results.push({ ActionId: action.Id, Value: perform(action, resolve) })
    } catch (error) {
      if (!(error instanceof OfficeFault)) throw error
      fault = error
    }
    this.reply(message, json, results, fault)
  }

  private reply(message: Message, json: string, results: readonly { ActionId: number; Value: unknown }[], fault: OfficeFault | undefined): void {
    let error = fault
    let body = JSON.stringify({ Results: results, ...(error && faultOf(error, results.length)) })
    if (Buffer.byteLength(body) > this.limit) {
      error = new OfficeFault('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.')
      body = JSON.stringify({ Results: [], ...faultOf(error, 0) })
    }
    const calls = message.message.body.Actions.flatMap(({ ActionType, Name, QueryInfo }) => (ActionType === 3 || ActionType === 4 ? [Name] : (QueryInfo?.Select ?? [])))
    if (calls.some((call) => call !== '_RemoveReference')) this.roundTrips.push({ sent: Buffer.byteLength(json), received: Buffer.byteLength(body), calls, ...(error && { error: error.code }) })
    setImmediate(() => this.onMessageFromHost?.(JSON.stringify({ id: message.id, type: 2, message: { statusCode: 200, headers: {}, body } })))
  }

  private subscribe(event: string, target: string): void {
    if (event.startsWith('-')) this.subscriptions.delete(`${event.slice(1)} ${target}`)
    else this.subscriptions.add(`${event} ${target}`)
  }

  /** Events come after the answer to the batch that caused them. */
  private tell(raised: Raised): void {
    const { sheet } = raised
    const about = { worksheetId: sheet.id, source: 'by' in raised && raised.by === 'remote' ? 'Remote' : 'Local' }
    if (raised.event === 'changed') this.send('DataChanged', sheet.id, { ...about, changeType: 'RangeEdited', address: plain(raised.area), ...(this.options.tellsWho && { triggerSource: raised.by === 'add-in' ? 'ThisLocalAddin' : 'Unknown' }) })
    else if (raised.event === 'selected') this.send('SelectionChanged', sheet.id, { ...about, address: plain(raised.area) })
    else this.send(raised.event === 'added' ? 'Added' : 'Deleted', sheet.id, about)
  }

  private send(event: keyof typeof EVENT_TYPES, sheet: string, content: object): void {
    for (const target of [sheet, ALL_SHEETS].filter((one) => this.subscriptions.has(`${event} ${one}`))) {
      const entry = { messageCategory: EVENT_CATEGORY, messageType: EVENT_TYPES[event], targetId: target, message: JSON.stringify(content) }
      setImmediate(() => setImmediate(() => this.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries: [entry] } }))))
    }
  }
}

/** Excel writes one cell without a colon. */
function plain(area: Area): string {
  const address = areaAddress(area)
  const [first, last] = address.split(':')
  return first === last ? (first as string) : address
}

function faultOf(fault: OfficeFault, at: number) {
  return { Error: { Code: fault.code, Message: fault.message, Location: '', ActionIndex: at } }
}

/** An object of the batch by its id; null for a null object, and for what is asked of one. */
type Resolve = (id: number) => HostObject | null

function resolver(workbook: HostObject, paths: Readonly<Record<string, ObjectPath>>): Resolve {
  const found = new Map<number, HostObject | null>()
  const resolve: Resolve = (id) => {
    if (!found.has(id)) found.set(id, find(paths[id] as ObjectPath))
    return found.get(id) ?? null
  }
  const find = ({ ObjectPathType, Name, ParentObjectPathId, ArgumentInfo }: ObjectPath): HostObject | null => {
    if (ObjectPathType === 1) return workbook
    const parent = resolve(ParentObjectPathId as number)
    if (!parent) return null
    const given = (ArgumentInfo?.Arguments ?? []).map((one, at) => (ArgumentInfo?.ReferencedObjectPathIds?.[at] ? resolve(one as number) : one)) as never[]
    if (ObjectPathType === 3) return known(parent.finders?.[Name], `${parent.kind}.${Name}()`)(...given)
    if (ObjectPathType === 4) return known(parent.children?.[Name], `${parent.kind}.${Name}`)()
    if (ObjectPathType === 5) return known(parent.indexer, `${parent.kind}[…]`)(given[0] as unknown as string)
    throw new UnknownCall(`object path ${ObjectPathType} ${Name}`)
  }
  return resolve
}

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new UnknownCall(what)
  return found
}

function perform(action: Action, resolve: Resolve): unknown {
  const { ActionType, Name } = action
  if (ActionType === 5) return undefined
  const object = resolve(action.ObjectPathId)
  if (!object) return null
  const given = (action.ArgumentInfo?.Arguments ?? []) as never[]
  switch (ActionType) {
    case 1:
      return object.id === undefined ? {} : { _Id: object.id }
    case 2:
      return query(object, action.QueryInfo?.Select ?? [])
    case 3:
      // Objects are kept only within a batch here, and so are their references.
      if (Name === '_KeepReference' || Name === '_RemoveReference') return undefined
      return known(object.methods?.[Name], `${object.kind}.${Name}()`)(...given)
    case 4:
      return known(object.setters?.[Name], `${object.kind}.${Name} =`)(given[0])
    default:
      throw new UnknownCall(`action ${ActionType}`)
  }
}

function query(object: HostObject, select: readonly string[]): Record<string, unknown> {
  if (object.items) return { _Items: object.items().map((item) => ({ ...(item.id !== undefined && { _Id: item.id }), ...query(item, select) })) }
  const found: Record<string, unknown> = {}
  const inside = new Map<string, string[]>()
  for (const path of select) {
    const [first = '', ...rest] = path.split('/')
    const name = first.charAt(0).toUpperCase() + first.slice(1)
    if (rest.length === 0) found[name] = known(object.values?.[name], `${object.kind}.${first}`)()
    else inside.set(name, [...(inside.get(name) ?? []), rest.join('/')])
  }
  for (const [name, paths] of inside) found[name] = query(known(object.children?.[name], `${object.kind}.${name}`)(), paths)
  return found
}
