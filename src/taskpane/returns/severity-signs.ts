import type { Severity } from '../../domain/returns/finding'
import type { IconName } from '../shell/icons'

export const SEVERITY_SIGNS: Readonly<Record<Severity, IconName>> = { error: 'Error', warning: 'Warning', query: 'Query' }
