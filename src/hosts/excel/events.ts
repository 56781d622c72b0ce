/** What a person does while the pane is open. Each sheet is watched for itself where Excel cannot watch all at once. */
import type { Selected } from '../../app/open-workbook'
import { areaOf } from './areas'
import type { Edit } from './own-writes'
import { EVENTS_OF_ALL_SHEETS, type ExcelRuntime } from './runtime'

/** Stops watching. Throws what Office.js throws. */
export type Stop = () => Promise<void>

/** One of the handlers that `add` gives. */
type Handler = Pick<OfficeExtension.EventHandlerResult<unknown>, 'remove' | 'context'>

/**
 * Cells changed, rows and columns inserted or deleted, sheets added or deleted. Changes of people who
 * edit together with this one (`Remote`) are left out.
 */
export async function watchEdits(context: Excel.RequestContext, runtime: ExcelRuntime, edited: (edit: Edit) => void): Promise<Stop> {
  const { worksheets } = context.workbook
  const changed = async (args: Excel.WorksheetChangedEventArgs) => {
    if (args.source !== 'Remote') edited(args)
  }
  const listed = (edit: Edit) => async ({ source }: { readonly source: string }) => {
    if (source !== 'Remote') edited(edit)
  }
  const handlers: Handler[] = [worksheets.onAdded.add(listed('sheet-added')), worksheets.onDeleted.add(listed('sheet-deleted'))]
  for (const one of await watched(context, runtime)) handlers.push(one.onChanged.add(changed))
  await context.sync()
  return stopAll(handlers, runtime)
}

/** `nameOf`: a sheet's name by its id, as far as it is known. */
export async function watchSelection(context: Excel.RequestContext, runtime: ExcelRuntime, nameOf: (id: string) => string | undefined, selected: (at: Selected) => void): Promise<Stop> {
  const listener = async ({ worksheetId, address }: Excel.WorksheetSelectionChangedEventArgs) => {
    // Of several areas the first.
    const area = areaOf(address.split(',')[0] ?? '')
    const sheet = nameOf(worksheetId)
    if (area && sheet !== undefined) selected({ sheet, row: area.top, column: area.left })
  }
  const handlers: Handler[] = []
  for (const one of await watched(context, runtime)) handlers.push(one.onSelectionChanged.add(listener))
  await context.sync()
  return stopAll(handlers, runtime)
}

/** What raises the events of all sheets. Sheets that are added later are not watched by an Excel before {@link EVENTS_OF_ALL_SHEETS}. */
async function watched(context: Excel.RequestContext, { supports }: ExcelRuntime): Promise<readonly (Excel.WorksheetCollection | Excel.Worksheet)[]> {
  const { worksheets } = context.workbook
  if (supports(EVENTS_OF_ALL_SHEETS)) return [worksheets]
  worksheets.load({ id: true })
  await context.sync()
  return worksheets.items
}

function stopAll(handlers: readonly Handler[], { run }: ExcelRuntime): Stop {
  const [first] = handlers
  return async () => {
    if (!first) return
    // A handler can only be removed in the context it was added in.
    await run(first.context as Excel.RequestContext, async (context) => {
      for (const handler of handlers) handler.remove()
      await context.sync()
    })
  }
}
