import type { errors } from '../messages/compiled/errors'
import type { fileErrors } from '../messages/compiled/fileErrors'
import type { Message } from '../messages/message'
import type { IssueMessage } from './issue'

/**
 * What went wrong for the user, as data: it can be cloned, and is put into words where it is shown.
 */
export type Problem = (Message<typeof errors> | Message<typeof fileErrors>) & {
  readonly because?: Because
}

/** The issue that caused a problem, and its place in the file. */
export interface Because {
  readonly numbering: 'row' | 'feature'
  readonly row: number
  readonly issue: IssueMessage
}

/** An error that a user can understand and act on. Any other error is a fault of the program. */
export class UserError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** Converts any error to a problem for the user, who is not shown what the browser calls it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof UserError) return error.problem
  return { code: 'unexpected' }
}
