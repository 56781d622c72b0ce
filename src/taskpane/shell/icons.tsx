/** The few icons the pane draws, as inline SVG: nothing is fetched. 16 × 16, one path each, in the colour of the text. */
import React from 'react'
import { registerIcons } from 'office-ui-fabric-react/lib/Styling'

const PATHS = {
  Check: 'M2.5 8.5l3.5 3.5 7.5-8',
  Next: 'M8 2.5v10M3.5 8.5L8 13l4.5-4.5',
  Undo: 'M6 3L2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 010 7H6',
  Redo: 'M10 3l3.5 3.5L10 10M13 6.5H6.5a3.5 3.5 0 000 7H8',
  SortUp: 'M4.5 13V3.5M2 6l2.5-2.5L7 6M9 4.5h2.5M9 8h4M9 11.5h5.5',
  SortDown: 'M4.5 3v9.5M2 10l2.5 2.5L7 10M9 4.5h5.5M9 8h4M9 11.5h2.5',
  Home: 'M2 8l6-5.5L14 8M4 6.5v7h8v-7',
  Pane: 'M2 3h12v10H2zM10 3v10',
  Send: 'M8 13V3.5M4 7l4-4 4 4M3 13.5h10',
  Open: 'M6 4l4 4-4 4',
  Expanded: 'M4 6l4 4 4-4',
  Copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  Close: 'M4 4l8 8M12 4l-8 8',
  File: 'M4 2.5h5L12.5 6v7.5H4zM9 2.5V6h3.5',
  Folder: 'M2 4.5h4l1.5 2H14v6.5H2z',
  Save: 'M8 2.5V10M4.5 7L8 10.5 11.5 7M3 13.5h10',
  Refresh: 'M13 8a5 5 0 11-1.5-3.5L13 6M13 2.5V6H9.5',
  Error: 'M8 1.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM5.5 5.5l5 5M10.5 5.5l-5 5',
  Warning: 'M8 2l6.5 12h-13zM8 6.5v4M8 12v.5',
  Query: 'M8 1.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM6 6.2a2 2 0 114 .3c0 1.3-2 1.4-2 2.7M8 11.3v.5',
  Info: 'M8 1.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM8 7v4.5M8 4.3v.6',
  Done: 'M8 1.5a6.5 6.5 0 110 13 6.5 6.5 0 010-13zM5 8.3l2.2 2.2 4-4.5',
} as const

export type IconName = keyof typeof PATHS

export function registerPaneIcons(): void {
  const icons = Object.fromEntries(Object.entries(PATHS).map(([name, path]) => [name, <Drawing key={name} path={path} />]))
  registerIcons({ style: { display: 'inline-flex', alignItems: 'center', justifyContent: 'center' }, icons })
}

/** An icon that only repeats what the words beside it say. */
export function Sign({ name }: { readonly name: IconName }) {
  return <Drawing path={PATHS[name]} />
}

function Drawing({ path }: { readonly path: string }) {
  return (
    <svg className="sign" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}
