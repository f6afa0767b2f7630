import type { IssueCollector } from '../../issues/issueCollector'

/** Whether a text is an address of the web, and may be a link. */
export function isHttpUrl(text: string): boolean {
  return /^https?:/i.test(text) && URL.canParse(text)
}

/** An address of the web; empty, with a warning, for any other text in `column`. */
export function linkOf(text: string, column: string, issues: IssueCollector): string {
  if (text === '' || isHttpUrl(text)) return text
  issues.warning('notUrl', column, { value: text })
  return ''
}
