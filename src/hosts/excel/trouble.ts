/** Office.js errors → what the port promises to throw. */
import { HostTrouble, type HostTroubleCode } from '../../app/open-workbook'

/** `Excel.ErrorCodes` and those of the client below it. What is not named here is `host/failed`. */
const CODES: Readonly<Record<string, HostTroubleCode>> = {
  InvalidOperationInCellEditMode: 'host/editing',
  WriteNotSupportedWhenModalDialogOpen: 'host/editing',
  ItemNotFound: 'host/sheet-missing',
  AccessDenied: 'host/protected',
  ApiNotFound: 'host/too-old',
  ApiNotAvailable: 'host/too-old',
  NotImplemented: 'host/too-old',
  RequestPayloadSizeLimitExceeded: 'host/too-large',
  ResponsePayloadSizeLimitExceeded: 'host/too-large',
  OperationCellsExceedLimit: 'host/too-large',
  RangeExceedsLimit: 'host/too-large',
}

/** The part of `OfficeExtension.Error` that is used. */
interface OfficeError {
  readonly code: string
  readonly message: string
  readonly debugInfo?: { readonly errorLocation?: string }
}

/** A HostTrouble stays what it is; what is no error of Office.js is a broken program and stays one, too. */
export function troubleFrom(error: unknown, sheet = ''): unknown {
  if (error instanceof HostTrouble || !isOfficeError(error)) return error
  const code = CODES[error.code] ?? 'host/failed'
  if (code === 'host/failed') return new HostTrouble(code, { reason: `${error.message} (${[error.code, error.debugInfo?.errorLocation].filter(Boolean).join(', ')})` })
  if (code === 'host/too-old') return new HostTrouble(code, { needs: error.debugInfo?.errorLocation ?? error.message })
  return new HostTrouble(code, sheet === '' ? {} : { sheet })
}

export function officeCode(error: unknown): string | undefined {
  return isOfficeError(error) ? error.code : undefined
}

/** By its shape: the page's Office.js may come from another realm than this module. */
function isOfficeError(error: unknown): error is OfficeError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && 'message' in error && typeof error.message === 'string'
}
