/** Files as a browser hands them over → what the workbench opens. */
import type { Source } from '../../app/workbench/workbench'

export function sourceOf(file: File): Source {
  return { name: file.name, load: async () => new Uint8Array(await file.arrayBuffer()) }
}

/** What was dropped, folders as such. To be called while the drop is going on: the list is emptied afterwards. */
export function droppedSources(data: DataTransfer): Source[] {
  const isFolder = [...data.items].map((item) => item.webkitGetAsEntry?.()?.isDirectory === true)
  return [...data.files].map((file, at) => ({ ...sourceOf(file), ...(isFolder[at] && { isFolder: true }) }))
}
