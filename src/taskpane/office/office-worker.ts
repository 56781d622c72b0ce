/** The worker's program: reads and checks returns, and makes workbooks, away from the page. Its own composition root. */
import { packDefinition } from '../../app/carried-definition'
import { officeWorker, type ToWorker } from '../../app/office-worker'
import { sayFrom } from '../../messages/catalogue'
import { messages } from '../../messages/messages'
import { webCompression } from '../../workbook/compression/web'
import { readWorkbook } from '../../workbook/xlsx/read'
import { writeWorkbook } from '../../workbook/xlsx/write'

/** As much of a worker's scope as is used: the compiler knows this file only as a page's. */
interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null
  postMessage(message: unknown, transfer: Transferable[]): void
}

const scope = self as unknown as Scope
const answer = officeWorker({
  format: { read: (bytes) => readWorkbook(bytes, { compression: webCompression }), write: (spec) => writeWorkbook(spec, webCompression) },
  pack: (definition) => packDefinition(definition, webCompression),
  sayIn: (language) => sayFrom(messages, language),
  post: (message, transfer) => scope.postMessage(message, transfer),
})
scope.onmessage = ({ data }) => answer(data)
