import { splitList } from '../csv/table'
import type { IssueCollector } from '../issues/issueCollector'
import { parseDay } from '../model/day'
import { type dateReader, sourceOf } from './cells'
import type { Cell, InlineSource } from './format'

/** One article of `source_article`: `Reuters News,2022-09-13,A headline`. */
const ARTICLE = /^([^,]+),\s*(\d{4}-\d{2}-\d{2}),\s*(.+)$/s

/**
 * The sources of an event: one per office, date and headline where there are as many of each, else
 * one for all. Without them those of `source_article`, each in quotes.
 */
export function ucdpSources(
  cell: Cell,
  column: Readonly<Record<'article' | 'office' | 'date' | 'headline', number>>,
  readDate: ReturnType<typeof dateReader>,
  issues: IssueCollector,
): InlineSource[] {
  const office = cell(column.office)
  const headline = cell(column.headline)
  if (office === '' && headline === '') return articlesOf(cell(column.article))
  const dates = splitList(cell(column.date)).map((text) => {
    const { date } = readDate(text)
    if (parseDay(date) !== null) return date
    issues.warning('notPublicationDate', 'source_date', { value: text })
    return ''
  })
  const offices = splitList(office)
  const headlines = splitList(headline)
  const isEach = offices.length === dates.length && offices.length === headlines.length
  if (offices.length > 1 && isEach) {
    return offices.map((name, index) => sourceOf(name, headlines[index], dates[index]))
  }
  return [sourceOf(office, headline, dates.length === 1 ? dates[0] : '')]
}

function articlesOf(text: string): InlineSource[] {
  if (text === '') return []
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"')
  const articles = isQuoted ? text.slice(1, -1).split(/"\s*;\s*"/) : [text]
  return articles.map((article) => {
    const plain = article.replaceAll('""', '"').trim()
    const [, publisher = '', date, title = plain] = ARTICLE.exec(plain) ?? []
    return sourceOf(publisher, title, date)
  })
}
