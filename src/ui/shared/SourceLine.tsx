import { parseDay } from '../../model/day'
import type { Source } from '../../model/source'
import { dateWords, monthWords } from './words'

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** One source: publisher, title as the link, date, language. What is not on file is said, never made up. */
export function SourceLine({ source }: { readonly source: Source }) {
  const title = source.title || 'page without a headline on file'
  const about = [
    publishedWords(source.published),
    source.language === '' ? null : languageName(source.language),
  ].filter(Boolean)
  return (
    <>
      {source.publisher},{' '}
      {source.url === '' ? (
        title
      ) : (
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          <span lang={source.title ? source.language || undefined : undefined}>{title}</span>
        </a>
      )}
      , {about.join(', ')}
    </>
  )
}

/** The date of a source in words, as exactly as it is known; `undated` when it is not. */
export function publishedWords(published: string): string {
  const day = parseDay(published)
  if (day !== null) return dateWords(day)
  const month = parseDay(`${published}-01`)
  return month === null ? 'undated' : monthWords(month)
}

/** The English name of a BCP 47 code; the code itself when it has none. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}
