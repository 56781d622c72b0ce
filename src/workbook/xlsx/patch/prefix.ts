/** Markup made here, with a prefix before each element's name. Text in it is escaped: every `<` begins a tag. */
export function prefixed(markup: string, prefix: string): string {
  return prefix === '' ? markup : markup.replace(/<(\/?)/g, `<$1${prefix}`)
}
