import React from 'react'
import type { ViewProps } from '../views'

/** A unit's or supervision group's workbook. */
export default function ReturnView({ session }: ViewProps) {
  return <h1>{session.opened.name}</h1>
}
