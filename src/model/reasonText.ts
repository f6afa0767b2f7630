import { errors } from '../messages/errors'
import { issueText } from './issueText'
import type { Problem } from './problem'
import { problemText } from './problemText'

/** A problem with opening a file, and the issue that led to it. */
export function problemWithReason(problem: Problem): string {
  const sentence = problemText(problem)
  const { because } = problem
  if (!because) return sentence
  const { numbering, row, issue } = because
  return errors.firstReason({ sentence, numbering, row, reason: issueText(issue) })
}
