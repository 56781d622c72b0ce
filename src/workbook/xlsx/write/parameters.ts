/** Texts, sheet names and bracketed column names are no names of values; names are taken whole, with or without a bracket behind them. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^\][]|\[[^\]]*\])*\]|[\p{L}_\\$][\p{L}\p{N}_.$\\]*|[(){},;]|\s+|[^]/gu
const NAME = /^[\p{L}_\\]/u
const PREFIX = '_xlpm.'

interface Bracket {
  /** LET, LAMBDA or, of no interest, anything else. */
  readonly head: string
  /** What has been named inside, folded. */
  readonly names: string[]
  /** 0-based number of the argument. */
  argument: number
}

/**
 * The names that LET and LAMBDA give to values carry a prefix in the file (MS-XLSX 2.2.2, `_xlpm.`), where they are
 * given and wherever they are used. Names are told apart without regard to case.
 */
export function withParameterPrefixes(formula: string): string {
  if (!/\b(LET|LAMBDA)\s*\(/i.test(formula)) return formula
  const tokens = formula.match(TOKEN) ?? []
  const solid = tokens.map((token, n) => ({ token, n })).filter(({ token }) => token.trim() !== '')
  const open: Bracket[] = []
  solid.forEach(({ token, n }, at) => {
    const before = solid[at - 1]?.token ?? ''
    const after = solid[at + 1]?.token ?? ''
    const inside = open.at(-1)
    if (token === '(' || token === '{') open.push({ head: token === '(' ? before.toUpperCase().replace('_XLFN.', '') : '', names: [], argument: 0 })
    else if (token === ')' || token === '}') open.pop()
    else if (token === ',' && inside) inside.argument++
    else if (NAME.test(token) && !token.startsWith(PREFIX) && after !== '!') {
      const name = token.toLowerCase()
      if (inside && (before === '(' || before === ',') && after === ',' && names(inside)) inside.names.push(name)
      if (open.some((bracket) => bracket.names.includes(name))) tokens[n] = PREFIX + token
    }
  })
  return tokens.join('')
}

/** Whether an argument that is a single word, and not the last one, gives a name here: every one of LAMBDA, every other of LET. */
function names({ head, argument }: Bracket): boolean {
  return head === 'LAMBDA' || (head === 'LET' && argument % 2 === 0)
}
