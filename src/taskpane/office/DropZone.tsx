import React, { useRef, useState } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import type { IncomingFile } from '../../app/intake/incoming'
import { useWords } from '../shell/words'
import { droppedFiles, incomingFile } from './picked-files'

interface Props {
  readonly isDisabled: boolean
  readonly onFiles: (files: readonly IncomingFile[]) => void
}

/** Where returns are put in: dropped, or chosen as files or as a folder. */
export function DropZone({ isDisabled, onFiles }: Props) {
  const { say } = useWords()
  const [isOver, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const onDrop = (event: React.DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isDisabled) void droppedFiles(event.dataTransfer).then(onFiles)
  }
  const onChosen = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])].map((file) => incomingFile(file)))
    // So that the same file can be chosen again.
    target.value = ''
  }
  const hidden = { type: 'file', multiple: true, className: 'hidden-words', tabIndex: -1, 'aria-hidden': true, onChange: onChosen } as const
  return (
    <div className={`drop-zone ${isOver ? 'over' : ''}`} onDragOver={(event) => (event.preventDefault(), setOver(!isDisabled))} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      <p>{say(isOver ? 'office-pane/dropping' : 'office-pane/drop')}</p>
      <div className="actions">
        <DefaultButton text={say('office-pane/choose-files')} iconProps={{ iconName: 'File' }} disabled={isDisabled} onClick={() => files.current?.click()} />
        <DefaultButton text={say('office-pane/choose-folder')} iconProps={{ iconName: 'Folder' }} disabled={isDisabled} onClick={() => folder.current?.click()} />
      </div>
      <input ref={files} {...hidden} accept=".xlsx,.xlsm,.xls,.zip" data-kind="files" />
      {/* React 17 knows no property for folders. */}
      <input ref={(input) => (input?.setAttribute('webkitdirectory', ''), (folder as React.MutableRefObject<HTMLInputElement | null>).current = input)} {...hidden} data-kind="folder" />
    </div>
  )
}
