import type { XmlScanner } from '../read/xml-scanner'
import { xmlName } from '../read/xml-scanner'

const RGB = xmlName('rgb')
const INDEXED = xmlName('indexed')
const THEME = xmlName('theme')
const TINT = xmlName('tint')

/** A colour as the file says it; what it looks like depends on palette and theme, which stand elsewhere. */
export interface FileColor {
  /** RRGGBB. */
  readonly rgb?: string
  readonly indexed?: number
  readonly theme?: number
  /** -1 (black) … 1 (white). */
  readonly tint: number
}

/** The colour that the scanner's element says (ECMA-376 part 1, 18.3.1.15); undefined when it says none, or `auto`. */
export function readColor(x: XmlScanner): FileColor | undefined {
  const tint = Math.min(1, Math.max(-1, Number(x.attribute(TINT) ?? 0) || 0))
  const rgb = rrggbb(x.attribute(RGB))
  if (rgb !== undefined) return { rgb, tint }
  const [indexed, theme] = [numberOf(x.attribute(INDEXED)), numberOf(x.attribute(THEME))]
  if (indexed !== undefined) return { indexed, tint }
  return theme === undefined ? undefined : { theme, tint }
}

/** RRGGBB of a colour written with or without its alpha, which Excel ignores too; undefined when it is none. */
export function rrggbb(written: string | undefined): string | undefined {
  return written !== undefined && /^([0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(written) ? written.slice(-6).toUpperCase() : undefined
}

function numberOf(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,4}$/.test(written) ? Number(written) : undefined
}

/** The first eight are there twice, as numbers 0-7 and 8-15 (18.8.27). */
const PRIMARY = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF']
const STANDARD_PALETTE: readonly string[] = [
  ...PRIMARY, ...PRIMARY,
  '800000', '008000', '000080', '808000', '800080', '008080', 'C0C0C0', '808080',
  '9999FF', '993366', 'FFFFCC', 'CCFFFF', '660066', 'FF8080', '0066CC', 'CCCCFF',
  '000080', 'FF00FF', 'FFFF00', '00FFFF', '800080', '800000', '008080', '0000FF',
  '00CCFF', 'CCFFFF', 'CCFFCC', 'FFFF99', '99CCFF', 'FF99CC', 'CC99FF', 'FFCC99',
  '3366FF', '33CCCC', '99CC00', 'FFCC00', 'FF9900', 'FF6600', '666699', '969696',
  '003366', '339966', '003300', '333300', '993300', '993366', '333399', '333333',
]
/** The system's colours for text and for what is behind it. */
const SYSTEM: Readonly<Record<number, string>> = { 64: '000000', 65: 'FFFFFF', 81: '000000' }

/** What the workbook's colours look like. */
export class Palette {
  /**
   * @param theme RRGGBB by the number that a cell uses
   * @param indexed the workbook's own palette, where it has one
   */
  constructor(
    private readonly theme: readonly string[],
    private readonly indexed: readonly (string | undefined)[] = [],
  ) {}

  /** RRGGBB; undefined for no colour, also for a number that stands for none. */
  shown(color: FileColor | undefined): string | undefined {
    if (!color) return undefined
    const plain = color.rgb ?? this.numbered(color)
    return plain === undefined || color.tint === 0 ? plain : tinted(plain, color.tint)
  }

  private numbered({ theme, indexed = -1 }: FileColor): string | undefined {
    return theme === undefined ? SYSTEM[indexed] ?? this.indexed[indexed] ?? STANDARD_PALETTE[indexed] : this.theme[theme]
  }
}

/**
 * A colour made lighter or darker: its lightness moves towards white or black by a part of the way, hue and
 * saturation stay (18.8.19). Excel reckons in whole steps and may differ by two of 255.
 */
function tinted(rgb: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [number, number, number]
  const [most, least] = [Math.max(...channels), Math.min(...channels)]
  const light = (most + least) / 2
  const wanted = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint
  // With hue and saturation kept, each channel's distance from the lightness grows as the room for it does.
  const room = 1 - Math.abs(2 * light - 1)
  const scale = room === 0 ? 0 : (1 - Math.abs(2 * wanted - 1)) / room
  return channels.map((channel) => hex(wanted + (channel - light) * scale)).join('')
}

function hex(channel: number): string {
  return Math.round(Math.min(1, Math.max(0, channel)) * 255).toString(16).toUpperCase().padStart(2, '0')
}
