import { texts } from './compiled/en/issues'
import { part } from './language'

/**
 * What is wrong or doubtful in a file: one text per code. `{column}` is the column of the issue.
 */
export const issues = part('issues', texts)
