/** Where text in a cell of a sheet breaks into lines, as far as that can be known without its font. Lengths in points. */
import type { Face } from './letter'

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026\u203b\u{20000}-\u{3fffd}]/u
/** Latin letters as wide as they are in the narrower of the usual faces, in parts of the size; other faces are wider. */
const LATIN: readonly (readonly [RegExp, number])[] = [[/[ ijl.,;:'!|]/, 0.25], [/[frt()[\]\-/]/, 0.35], [/[cszJ]/, 0.43], [/[mwMW@%—]/, 0.82], [/[A-Z&+=<>]/, 0.6]]
const OTHER = 0.52
const NARROW = /calibri|carlito|times|garamond|narrow|condensed/i
const WIDER = 1.1
/** Of a Chinese font half as wide as a character; where it is missing, its substitute runs wider. */
const LATIN_IN_CHINESE = 0.54
const BOLD = 1.05
/** A cell keeps this free at both sides. */
const PADDING = 4
/** Printers and substituted fonts set wider than was reckoned. */
const RESERVE = 0.98

/** What must not begin a line, and what must not end one (GB/T 15834). */
const CLOSING = /[、。，．；：？！…—·”’）》〉】』」〕%℃)\]}!?,.:;]/u
const OPENING = /[“‘（《〈【『「〔([{]/u

/** Whether it is Chinese text, with whatever Latin there is in it: Chinese takes most of its room. */
export function isChinese(text: string): boolean {
  const characters = [...text].filter((character) => character.trim() !== '')
  const wide = characters.filter(isWide).length
  return wide * 2 > characters.length - wide
}

export function isWide(character: string): boolean {
  return WIDE.test(character)
}

export function widthOf(text: string, { size, bold, name }: Face): number {
  const chinese = name !== undefined && /\p{Script=Han}/u.test(name)
  const latin = name === undefined || NARROW.test(name) ? 1 : WIDER
  let width = 0
  for (const character of text) width += isWide(character) ? 1 : chinese ? LATIN_IN_CHINESE : (LATIN.find(([those]) => those.test(character))?.[1] ?? OTHER) * latin
  return width * size * (bold ? BOLD : 1)
}

/** Lines as they break, together the text; a line that was ended by a person keeps its `\n`. Chinese breaks anywhere, other text between words. */
export function brokenLines(text: string, width: number, face: Face): string[] {
  const room = Math.max(face.size, width * RESERVE - PADDING)
  return text.split(/(?<=\n)/).flatMap((part) => brokenPart(part, room, face))
}

/** Characters at the end of a line that go to the next with what comes there. */
function carriedOver(line: string, next: string): number {
  let count = 0
  const characters = [...line]
  for (let first = next; count < characters.length - 1 && (CLOSING.test([...first][0] ?? '') || OPENING.test(characters[characters.length - 1 - count] ?? '')); count += 1) first = characters[characters.length - 1 - count] as string
  // A whole line of punctuation is broken where it comes to.
  return count >= characters.length - 1 ? 0 : characters.slice(characters.length - count).join('').length
}

function brokenPart(part: string, room: number, face: Face): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const add = (piece: string, width: number) => {
    if (line !== '' && used + width > room) {
      const kept = line.length - carriedOver(line, piece)
      lines.push(line.slice(0, kept))
      line = line.slice(kept)
      used = widthOf(line, face)
    }
    line += piece
    used += width
  }
  for (const piece of part.match(/[\x21-\x7e\u00a0-\u024f]+ *|\n|[^]/gu) ?? []) {
    if (piece === '\n') line += piece
    // A word wider than the cell is broken where it has to be.
    else if (widthOf(piece.trimEnd(), face) > room) for (const character of piece) add(character, widthOf(character, face))
    else if (used + widthOf(piece.trimEnd(), face) <= room) {
      line += piece
      used += widthOf(piece, face)
    } else add(piece, widthOf(piece, face))
  }
  return [...lines, line]
}
