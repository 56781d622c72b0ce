import fc from 'fast-check'

/** Texts that people type and texts that break files: escapes, control characters, half characters, white space. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('=', '+1', '-', '@', ' ', '\n', '\r', '\r\n', '\t', '_x0041_', '_x000D_', '_x005F_', '_x', '_x00', '41_', '_', '<', '&', '"', "'", ']]>', '😀', '\ud83d', '\ude00', '\u0000', '\u001f', '\ufffe', '\uffff', '党课', '007'),
)

export const anyText = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
