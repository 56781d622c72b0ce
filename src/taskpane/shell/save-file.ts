/** Hands the person a file to save, as a download of this page's own making: nothing goes over a network. */
export function saveFile(name: string, bytes: Uint8Array): void {
  const type = name.endsWith('.zip') ? 'application/zip' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Browsers read the blob after the click: some of them a good while after.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
