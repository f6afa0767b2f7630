/** What the command ends with (documented in `contactline --help`). */
export const EXIT = { ok: 0, dataErrors: 1, usage: 2, file: 3 } as const

/** Ends the command with a sentence that names the cause and the remedy, and an exit code. */
export class Failure extends Error {
  constructor(
    readonly exit: (typeof EXIT)['usage' | 'file' | 'dataErrors'],
    message: string,
  ) {
    super(message)
  }
}

/** A wrong command line. */
export function usage(message: string): Failure {
  return new Failure(EXIT.usage, message)
}
