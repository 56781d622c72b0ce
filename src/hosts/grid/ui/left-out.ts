/**
 * Stands in, by the build, for what Univer brings for written documents and a sheet of cells never asks for: hyphenation
 * in sixty languages, the detection of a language for it, and the shaping of letters from font files.
 */

/** In place of franc-min: no language is known, so nothing is hyphenated. */
export const franc = (): string => 'und'

/** In place of opentype.js: only documents with a setting that nothing here sets read fonts. */
export function parse(): never {
  throw new Error('fonts are not read')
}
