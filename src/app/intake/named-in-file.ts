import type { Registered } from '../../domain/ranking/registry'

/**
 * Who a file's name speaks of: registered names it contains, and a registry id it begins with
 * (three characters or more: `3.xlsx` says nothing). A name within a longer one that is also
 * there does not count (`教育局` in `教育局机关`). Width, case and spaces make no difference.
 */
export function namedInFile(file: string, everybody: readonly Registered[]): Registered[] {
  const base = plain(file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''))
  const byName = everybody.filter(({ name }) => plain(name).length > 1 && base.includes(plain(name)))
  const longest = byName.filter(({ name }) => !byName.some((other) => plain(other.name) !== plain(name) && plain(other.name).includes(plain(name))))
  const byId = everybody.filter(({ id }) => id.length > 2 && base.startsWith(plain(id)) && !/^[a-z0-9]/.test(base.slice(plain(id).length)))
  return [...new Set([...longest, ...byId])]
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
