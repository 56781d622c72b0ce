/** Head or foot of pages as a sheet's print set-up writes it (ECMA-376 part 1, 18.3.1.46). */
import type { HeadPart, HeadPiece } from './letter'

/** Excel's. */
const MOST = 255
const SECTIONS = { left: '&L', center: '&C', right: '&R' } as const

/**
 * Empty: it says nothing. What is too long for Excel is cut off.
 *
 * @param pages of this letter: in a workbook of many letters, the number of pages that a sheet can ask for would be that of all
 */
export function pageLine(parts: readonly HeadPart[], pages: number): string {
  const sections = (['left', 'center', 'right'] as const).flatMap((align) => {
    const lines = parts.filter((part) => part.align === align).map(({ pieces }) => pieces.map((piece) => pieceText(piece, pages)).join(''))
    return lines.length === 0 ? [] : [SECTIONS[align] + lines.join('\n')]
  })
  const whole = sections.join('')
  return whole.length <= MOST ? whole : cut(parts, pages)
}

function pieceText({ text, face }: HeadPiece, pages: number): string {
  const { name, size, bold, italic, color } = face
  const style = [bold ? 'Bold' : '', italic ? 'Italic' : ''].filter((one) => one !== '').join(' ') || 'Regular'
  const font = `&"${(name ?? '-').replace(/["&]/g, '')},${style}"`
  // A colour follows the size: digits of the text would be taken for the size's.
  return `${font}&${Math.round(size)}&K${color ?? '000000'}${plainText(text, pages)}`
}

function plainText(text: HeadPiece['text'], pages: number): string {
  if (typeof text !== 'string') return text.field === 'page' ? '&P' : String(pages)
  return text.replaceAll('&', '&&')
}

/** Without what its fonts are, and then as much as fits. */
function cut(parts: readonly HeadPart[], pages: number): string {
  const text = parts.flatMap(({ pieces }) => pieces.map((piece) => plainText(piece.text, pages))).join('')
  return `&C${text.slice(0, MOST - 2).replace(/(^|[^&])((?:&&)*)&$/, '$1$2')}`
}
