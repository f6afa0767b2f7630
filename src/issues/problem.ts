import type { errors } from '../messages/errors'
import type { fileErrors } from '../messages/fileErrors'
import type { Message } from '../messages/message'
import type { IssueMessage } from './issue'

/**
 * What keeps a user from what they wanted, as data: it can be cloned and is worded where it is
 * shown.
 */
export type Problem = (Message<typeof errors> | Message<typeof fileErrors>) & {
  readonly because?: Because
}

/** The issue that led to a problem, and where in the file it is. */
export interface Because {
  readonly numbering: 'row' | 'feature'
  readonly row: number
  readonly issue: IssueMessage
}

/**
 * An error that a user can understand and do something about; any other error is a fault of the
 * program.
 */
export class UserError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** The problem that an error is to the user. */
export function problemOf(error: unknown): Problem {
  if (error instanceof UserError) return error.problem
  const detail = error instanceof Error ? error.message : String(error)
  return { code: 'unexpected', params: { detail } }
}
