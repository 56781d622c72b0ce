/** Names that Excel takes for sheets: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, not `History`, no two alike. */
const MOST = 31

export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history'])
  return wanted.map((name) => {
    const plain = name.normalize('NFC').replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/\s+/g, ' ')
    const base = within(plain, MOST) || '1'
    let free = base
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${within(plain, MOST - String(n).length - 1) || '1'} ${n}`
    taken.add(free.toLowerCase())
    return free
  })
}

/** UTF-16 units, as Excel counts; half a character is none. */
function within(name: string, most: number): string {
  return name.trim().replace(/^'+/, '').slice(0, most).replace(/[\ud800-\udbff]$/, '').replace(/['\s]+$/, '')
}
