/**
 * A message in the address of the page that shows it: behind the `#`, which browsers keep to
 * themselves, because a message may quote the workbook and nothing of that may reach a server.
 */
import type { Message } from '../app/ribbon-buttons'

/** Hosts may put words of their own around it. */
const MARKED = /(?:^|[#&])m=([\w=-]+)/

/** Hosts refuse addresses that are too long: lines that do not fit are left out, never the first. */
const LONGEST = 1800

export function messageFragment(message: Message): string {
  for (let count = message.lines.length; count > 1; count--) {
    const fragment = encode({ ...message, lines: message.lines.slice(0, count) })
    if (fragment.length <= LONGEST) return fragment
  }
  return encode({ ...message, lines: message.lines.slice(0, 1) })
}

/** Undefined for anything that {@link messageFragment} did not make: an address can be typed by anybody. */
export function messageIn(fragment: string): Message | undefined {
  try {
    const [, code = ''] = MARKED.exec(fragment) ?? []
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
    const [language, ...lines]: unknown[] = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if ((language !== 'zh' && language !== 'en') || lines.length === 0 || !lines.every(isLine)) return undefined
    return { language, lines: lines.map(([what, fix]) => ({ what, fix })) }
  } catch {
    return undefined
  }
}

const isLine = (line: unknown): line is [string, string] => Array.isArray(line) && line.length === 2 && line.every((text) => typeof text === 'string')

function encode({ language, lines }: Message): string {
  const bytes = new TextEncoder().encode(JSON.stringify([language, ...lines.map(({ what, fix }) => [what, fix])]))
  return '&m=' + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_')
}
