import React, { useEffect, useMemo } from 'react'
import { Pane } from '../../app/pane/pane'
import type { FileAtWork } from '../../app/workbench/file-at-work'
import { Shell } from '../../taskpane/shell/Shell'
import { useWords } from '../../taskpane/shell/words'
import type { PageTools } from '../page-tools'

/** The same pane as in Excel, over the file beside it. */
export function PaneSide({ tools, file }: { readonly tools: PageTools; readonly file: FileAtWork }) {
  const { say, language } = useWords()
  const pane = useMemo(() => new Pane(tools.paneTools(file), language), [tools, file, language])
  useEffect(() => void pane.open(), [pane])
  return <Shell key={language} pane={pane} say={say} />
}
