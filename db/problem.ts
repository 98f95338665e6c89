/**
 * A mistake or a state of the machine that a person can mend. `message` says what is wrong, `remedy` what to do.
 * Every door shows both and no stack; anything else that is thrown is a defect.
 */
export class Problem extends Error {
  constructor(
    message: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'Problem'
  }
}
