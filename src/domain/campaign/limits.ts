/**
 * Bounds of a definition. A definition may come out of a workbook that anybody could have
 * written, so its size, its expressions and the work that they can cause are limited.
 * They are far above what a real campaign needs (the shipped ones stay below a tenth).
 */
/** Characters of a definition's source. */
export const MAX_SOURCE = 1_000_000
/** Characters of one expression. */
export const MAX_EXPRESSION = 2_000
/** Nodes and nesting of one expression's syntax tree. */
export const MAX_NODES = 500
export const MAX_DEPTH = 60
/** `filter`, `map`, `exists`, `all` inside one another: each level multiplies the work by the number of rows. */
export const MAX_LOOPS = 3
/** Entries of one mapping or sequence. */
export const MAX_ENTRIES = 500
/** Columns of one form, repetitions counted out. */
export const MAX_COLUMNS = 250
/** Characters of a sheet's name (Excel). */
export const MAX_SHEET_NAME = 31
/** YAML aliases that are followed: enough for a few shared blocks, too few for a bomb. */
export const MAX_ALIASES = 20
