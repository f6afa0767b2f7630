import type { commandLine } from '../messages/compiled/commandLine'
import type { Message } from '../messages/message'

/** Exit codes (documented in `contactline --help`). */
export const EXIT = { ok: 0, dataErrors: 1, usage: 2, file: 3 } as const

type FailureMessage = Message<typeof commandLine>

/** Ends the command with a message that names the cause and the remedy, and an exit code. */
export class Failure extends Error {
  constructor(
    readonly exit: (typeof EXIT)['usage' | 'file' | 'dataErrors'],
    readonly failure: FailureMessage,
  ) {
    super(failure.code)
  }
}

export function usage(failure: FailureMessage): Failure {
  return new Failure(EXIT.usage, failure)
}
