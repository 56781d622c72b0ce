/**
 * A name that Windows, macOS and Linux all take for a file or folder: without `< > : " / \ | ? *`
 * and control characters, no dot or space at the end, none of the names of old devices, at most
 * 120 characters. `extension` with its dot.
 */
export function fileName(wanted: string, extension = ''): string {
  // eslint-disable-next-line no-control-regex -- these are what has to go
  const plain = wanted.normalize('NFC').replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, '_').replace(/\s+/g, ' ')
  const short = [...plain].slice(0, 120 - extension.length).join('').trim().replace(/[. ]+$/, '')
  const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short)
  return `${device || short === '' ? '_' : ''}${short}${extension}`
}

/** Names handed out so far: a second one that differs in case only gets a number, as Windows takes the two for one. */
export class FileNames {
  private readonly taken = new Set<string>()

  free(name: string, extension: string): string {
    let candidate = fileName(name, extension)
    for (let n = 2; this.taken.has(candidate.toLowerCase()); n++) candidate = fileName(`${name} (${n})`, extension)
    this.taken.add(candidate.toLowerCase())
    return candidate
  }
}
