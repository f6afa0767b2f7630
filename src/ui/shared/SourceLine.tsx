import { phrases } from '../../messages/compiled/phrases'
import { perLanguage } from '../../messages/intl'
import { shorten } from '../../messages/message'
import { parseDay } from '../../model/day'
import type { Source } from '../../model/source'
import { rich } from './rich'
import { dateWords, monthWords } from './words'

const MAX_TITLE = 500
const languages = perLanguage(
  (tag) => new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }),
)

/** One source: publisher, title as the link, date, language, or that they are not known. */
export function SourceLine({ source }: { readonly source: Source }) {
  const { language, url } = source
  const publisher = shorten(source.publisher)
  const title = shorten(source.title, MAX_TITLE) || phrases.sourceUntitled()
  const date = publishedWords(source.published)
  const text =
    language === ''
      ? phrases.source({ publisher, title, date })
      : phrases.sourceInLanguage({ publisher, title, date, language: languageName(language) })
  const link = (text: string) =>
    url === '' ? (
      text
    ) : (
      <a href={url} target="_blank" rel="noopener noreferrer">
        <span lang={source.title ? language || undefined : undefined}>{text}</span>
      </a>
    )
  return <>{rich(text, { link })}</>
}

/** The date of a source in words, as exactly as it is known; `undated` if it is not. */
export function publishedWords(published: string): string {
  const day = parseDay(published)
  if (day !== null) return dateWords(day)
  const month = parseDay(`${published}-01`)
  return month === null ? phrases.sourceUndated() : monthWords(month)
}

/** The name of a BCP 47 code in the language of the interface; the code itself if it has none. */
export function languageName(code: string): string {
  try {
    return languages().of(code) ?? code
  } catch {
    return code
  }
}
