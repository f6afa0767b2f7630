import { errors } from '../messages/errors'
import { wording } from '../messages/message'
import { type Problem, problemOf } from './problem'

/** What went wrong, in full sentences and the language of the interface. */
export function problemText(problem: Problem): string {
  return wording(errors, problem)
}

/** What an error is to the user. */
export function errorText(error: unknown): string {
  return problemText(problemOf(error))
}
