import { expect, test } from 'vitest'
import { issueMessage } from '../../src/model/issue'
import { type Problem, problemOf, UserError } from '../../src/model/problem'
import { errorText, problemText } from '../../src/model/problemText'
import { problemWithReason } from '../../src/model/reasonText'

test('a problem is worded in full sentences, with the issue that led to it', () => {
  const issue = issueMessage('startNotDate', 'event_date', { value: 'soon' })
  const because = { numbering: 'row', row: 7, issue } as const
  const problem: Problem = { code: 'noRowAccepted', params: { n: 1200 }, because }
  const all =
    'All 1,200 rows of the file were rejected. The page still shows what it showed before.'
  expect(problemText(problem)).toBe(all)
  expect(problemWithReason(structuredClone(problem))).toBe(
    `${all} Row 7: event_date "soon" is not a date (YYYY-MM-DD); row rejected.`,
  )
})

test('an error that is not for the user is a fault of the program', () => {
  expect(errorText(new UserError({ code: 'emptyFile' }))).toBe('The file is empty.')
  expect(problemOf(new TypeError('x is not a function'))).toEqual({
    code: 'unexpected',
    params: { detail: 'x is not a function' },
  })
})
