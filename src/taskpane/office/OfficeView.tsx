import React from 'react'
import type { ViewProps } from '../views'

/** The campaign office's workbook. */
export default function OfficeView({ session }: ViewProps) {
  return <h1>{session.opened.name}</h1>
}
