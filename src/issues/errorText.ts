import { errors } from '../messages/compiled/errors'
import { type Message, wording } from '../messages/message'
import { type Problem, problemOf } from './problem'

/**
 * Words an error in full sentences, in the language of the interface. For code that opens no files:
 * problemText.ts also covers file errors, and has more texts to load.
 */
export function errorText(error: unknown): string {
  return generalText(problemOf(error))
}

/** A problem of the part `errors`. */
export function generalText(problem: Problem): string {
  return isGeneral(problem) ? wording(errors, problem) : errors.unexpected()
}

function isGeneral(problem: Problem): problem is Message<typeof errors> {
  return problem.code in errors
}
