import { XML_HEADER, spacePreserved, text } from './xml'
import { MAIN } from './namespaces'

/** The text of one cell: the value of its `t` attribute, and what stands inside the cell. */
export interface TextCell {
  readonly type: 's' | 'inlineStr'
  readonly content: string
}

/** Turns a text into what its cell holds. */
export type TextWriter = (value: string) => TextCell

/** The text inside the cell itself: for a sheet added to a package whose table of strings is left alone. */
export const inlineText: TextWriter = (value) => ({ type: 'inlineStr', content: `<is><t${spacePreserved(value)}>${text(value)}</t></is>` })

/** Every text once, by number (ECMA-376 Part 1, 18.4): smaller files, and what Excel itself writes. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>()
  private uses = 0

  readonly write: TextWriter = (value) => {
    this.uses++
    let number = this.numbers.get(value)
    if (number === undefined) this.numbers.set(value, (number = this.numbers.size))
    return { type: 's', content: `<v>${number}</v>` }
  }

  get empty(): boolean {
    return this.numbers.size === 0
  }

  part(): string {
    let items = ''
    for (const value of this.numbers.keys()) items += `<si><t${spacePreserved(value)}>${text(value)}</t></si>`
    return `${XML_HEADER}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${this.numbers.size}">${items}</sst>`
  }
}
