import React from 'react'
import type { ViewProps } from '../views'

/** A workbook that is of no campaign. */
export default function OtherView({ session }: ViewProps) {
  return <h1>{session.opened.name}</h1>
}
