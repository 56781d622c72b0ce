/** An error that Excel answers with; the client makes an `OfficeExtension.Error` of it. */
export class OfficeFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A call that the executor does not know: the test fails, so that no call goes unanswered by mistake. */
export class UnknownCall extends Error {
  constructor(what: string) {
    super(`the executor does not know ${what}`)
    this.name = 'UnknownCall'
  }
}
