import { expect, test } from 'vitest'
import { errorText } from '../../src/issues/errorText'
import { issueMessage } from '../../src/issues/issue'
import { type Problem, problemOf, UserError } from '../../src/issues/problem'
import { problemText } from '../../src/issues/problemText'

test('a problem is worded in full sentences, with the issue that led to it', () => {
  const issue = issueMessage('startNotDate', 'event_date', { value: 'soon', order: 'ymd' })
  const because = { numbering: 'row', row: 7, issue } as const
  const problem: Problem = { code: 'noRowAccepted', params: { n: 1200 }, because }
  expect(problemText(structuredClone(problem))).toBe(
    'All 1,200 rows of the file were rejected. The page still shows what it showed before. ' +
      'Row 7: event_date "soon" is not a date (YYYY-MM-DD); row rejected.',
  )
})

test('an error that is not for the user is a fault of the program', () => {
  expect(errorText(new UserError({ code: 'noPicture' }))).toBe(
    'The browser could not make a picture of the map.',
  )
  expect(problemText({ code: 'noPicture' })).toBe(
    'The browser could not make a picture of the map.',
  )
  expect(problemOf(new TypeError('x is not a function'))).toEqual({ code: 'unexpected' })
})
