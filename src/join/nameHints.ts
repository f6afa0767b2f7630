import type { Issue } from '../issues/issue'
import type { Gazetteer } from './gazetteer'

/**
 * Adds similar names to an issue about an unknown one. Every name is compared with all of the
 * gazetteer, so this is for issues that are shown, not for all of a file.
 */
export function withHint(issue: Issue, gazetteer: Pick<Gazetteer, 'nearest'>): Issue {
  if (issue.code !== 'unknownArea') return issue
  const { name } = issue.params
  const nearest = gazetteer.nearest(name).join(', ')
  return nearest === '' ? issue : { ...issue, code: 'unknownAreaNear', params: { name, nearest } }
}
