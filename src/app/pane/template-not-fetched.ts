/** A template that ships with the page could not be fetched: the connection, or the server. */
export class TemplateNotFetched extends Error {
  readonly code = 'pane/template-not-fetched'
  readonly params: Readonly<Record<string, string>>

  constructor(file: string) {
    super(`not fetched: ${file}`)
    this.name = 'TemplateNotFetched'
    this.params = { file }
  }
}
