/** A1-style address of a 1-based row and column, for messages: (4, 3) → `C4`. */
export function address(row: number, column: number): string {
  let letters = ''
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters + row
}
