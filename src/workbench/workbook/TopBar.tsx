import React from 'react'
import { ActionButton, IconButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import type { FileAtWork, FileState } from '../../app/workbench/file-at-work'
import type { Page, Workbench } from '../../app/workbench/workbench'
import type { Language } from '../../domain/text'
import { useStore } from '../../taskpane/shell/use-store'
import { useWords } from '../../taskpane/shell/words'
import { LanguageChoice } from '../shell/LanguageChoice'

interface Props {
  readonly bench: Workbench
  readonly page: Exclude<Page, { phase: 'start' }>
  readonly isPaneShown: boolean
  readonly onPane: (isShown: boolean) => void
  readonly onLanguage: (language: Language) => void
}

/** The file, whether it is saved, and what is done with it as a whole. */
export function TopBar({ bench, page, isPaneShown, onPane, onLanguage }: Props) {
  const { say } = useWords()
  const file = page.phase === 'open' ? page.file : undefined
  const paneWords = say(isPaneShown ? 'workbench/pane-hide' : 'workbench/pane-show')
  return (
    <header className="top-bar" data-part="bar">
      <ActionButton className="back" text={say('workbench/back')} title={say('workbench/back.hint')} iconProps={{ iconName: 'Home' }} disabled={!file} onClick={() => void bench.close()} />
      <div className="file">
        <h1 title={file?.facts.name}>{page.phase === 'open' ? page.file.facts.name : page.name}</h1>
        {file && <SaveState file={file} />}
      </div>
      <div className="tools" role="group" aria-label={say('workbench/tools')}>
        {file && <FileTools file={file} />}
      </div>
      <LanguageChoice isDisabled={!file} onChoose={onLanguage} />
      <IconButton className="pane-toggle" iconProps={{ iconName: 'Pane' }} ariaLabel={paneWords} title={paneWords} toggle checked={isPaneShown} aria-pressed={isPaneShown} onClick={() => onPane(!isPaneShown)} />
    </header>
  )
}

function SaveState({ file }: { readonly file: FileAtWork }) {
  const { say } = useWords()
  const { save, savedAt } = useStore<FileState>(file.store)
  return (
    <p className={`save-state ${save}`} role="status">
      {say(`workbench/save-${save}`, { time: savedAt?.slice(11, 16) ?? '' })}
    </p>
  )
}

const TOOLS = [
  { key: 'undo', icon: 'Undo', act: (file: FileAtWork) => file.undo() },
  { key: 'redo', icon: 'Redo', act: (file: FileAtWork) => file.redo() },
  { key: 'sort-ascending', icon: 'SortUp', act: (file: FileAtWork) => file.sort('ascending') },
  { key: 'sort-descending', icon: 'SortDown', act: (file: FileAtWork) => file.sort('descending') },
] as const

/** Never grey but while saving: what cannot be done says why when it is tried. */
function FileTools({ file }: { readonly file: FileAtWork }) {
  const { say } = useWords()
  const { save } = useStore<FileState>(file.store)
  return (
    <>
      <PrimaryButton text={say('workbench/save')} title={say('workbench/save.hint')} iconProps={{ iconName: 'Save' }} disabled={save === 'saving'} onClick={() => void file.save()} />
      {TOOLS.map(({ key, icon, act }) => (
        <ActionButton key={key} text={say(`workbench/${key}`)} ariaLabel={say(`workbench/${key}`)} title={say(`workbench/${key}.hint`)} iconProps={{ iconName: icon }} onClick={() => void act(file)} />
      ))}
    </>
  )
}
