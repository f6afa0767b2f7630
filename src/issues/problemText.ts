import { fileErrors } from '../messages/compiled/fileErrors'
import { type Message, wording } from '../messages/message'
import { generalText } from './errorText'
import { issueText } from './issueText'
import type { Problem } from './problem'

/**
 * Words any problem in full sentences, in the language of the interface, with the issue that caused
 * it.
 */
export function problemText(problem: Problem): string {
  const sentence = isOfFile(problem) ? wording(fileErrors, problem) : generalText(problem)
  const { because } = problem
  if (!because) return sentence
  const { numbering, row, issue } = because
  return fileErrors.firstReason({ sentence, numbering, row, reason: issueText(issue) })
}

function isOfFile(problem: Problem): problem is Message<typeof fileErrors> {
  return problem.code in fileErrors
}
