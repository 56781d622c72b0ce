import React, { useCallback, useEffect, useState } from 'react'
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator'
import type { OpeningStep, Page } from '../../app/workbench/workbench'
import { useWords } from '../../taskpane/shell/words'
import { goTo, usePageKeys } from '../shell/use-page-keys'
import { PageNotices } from '../shell/PageNotices'
import type { PageProps } from '../start/StartView'
import { FileNotices } from './FileNotices'
import { GridArea } from './GridArea'
import { PaneSide } from './PaneSide'
import { RefusalLine } from './RefusalLine'
import { Splitter } from './Splitter'
import { TopBar } from './TopBar'
import { usePaneWidth } from './use-pane-width'

interface Props extends PageProps {
  readonly page: Exclude<Page, { phase: 'start' }>
}

/** A workbook: what is done with the file above, the spreadsheet at the left, the pane at the right. */
export function WorkbookView({ tools, state, page, onLanguage }: Props) {
  const { say } = useWords()
  const { bench, grid } = tools
  const [isPaneShown, setPaneShown] = useState(true)
  const width = usePaneWidth(tools.settings)
  const file = page.phase === 'open' ? page.file : undefined
  usePageKeys({ onSave: useCallback(() => void file?.save(), [file]), onGrid: grid.focus })
  useEffect(() => {
    // Where one goes on working; the button that opened it is gone.
    if (file) grid.focus()
  }, [file, grid])
  return (
    <div className={`workbook ${isPaneShown ? '' : 'without-pane'}`}>
      <nav className="skips" aria-label={say('workbench/keys')}>
        <button type="button" className="skip" onClick={grid.focus}>
          {say('workbench/skip-grid')}
        </button>
        {isPaneShown && (
          <button type="button" className="skip" onClick={() => goTo('pane', grid.focus)}>
            {say('workbench/skip-pane')}
          </button>
        )}
      </nav>
      <TopBar bench={bench} page={page} isPaneShown={isPaneShown} onPane={setPaneShown} onLanguage={onLanguage} />
      <div className="notices">
        <PageNotices bench={bench} state={state} />
        {file && <FileNotices key={file.facts.id} file={file} />}
      </div>
      <div className="work-area" style={{ '--pane-width': `${width.value}px` } as React.CSSProperties}>
        <section className="grid-side" data-part="grid" aria-label={say('workbench/grid')} aria-busy={page.phase === 'opening'}>
          <div className="grid-stage">
            <GridArea element={grid.element} />
            {page.phase === 'opening' && <Veil name={page.name} step={page.step} />}
            {file && <RefusalLine file={file} />}
          </div>
          {isPaneShown && <Splitter {...width} />}
        </section>
        {isPaneShown && (
          <div className="pane-side" data-part="pane">
            {file && <PaneSide key={file.facts.id} tools={tools} file={file} />}
          </div>
        )}
      </div>
    </div>
  )
}

/** What opening is at, over the place where the workbook will be. */
function Veil({ name, step }: { readonly name: string; readonly step: OpeningStep }) {
  const { say } = useWords()
  return (
    <div className="veil" role="status">
      <ProgressIndicator label={say('workbench/opening', { name })} description={say(`workbench/step-${step}`)} />
    </div>
  )
}
