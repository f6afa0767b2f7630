import { formatZone } from '../model/conflict'
import type { Day } from '../model/day'
import { formatDay } from '../model/day'
import type { Incident, IncidentRecord } from '../model/report'
import type { Source } from '../model/source'
import { type DatasetMeta, infoOfReport, NOT_STATED_VERSION } from './provenance'

/** Readable references. They contain only what is on file, and say what is missing. */

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' })

/** Text that runs right to left, or changes the direction of the text after it. */
const TURNS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Bidi_Control}]/u

/**
 * Formats a source as a reference, without a full stop: publisher, headline, date, language,
 * address. A missing language or address is omitted, a missing headline or date is stated.
 * `accessed` is the day or month the page was read (`YYYY-MM-DD` or `YYYY-MM`); empty omits it.
 */
export function citeSource(source: Source, accessed: string): string {
  const parts = [
    isolated(source.publisher) || 'publisher not on file',
    source.title === '' ? 'untitled page' : `“${isolated(source.title)}”`,
    source.published === '' ? 'undated' : longDate(source.published),
    languageName(source.language),
    source.url,
  ]
  const reference = parts.filter((part) => part !== '').join(', ')
  return accessed === '' ? reference : `${reference} (accessed ${longDate(accessed)})`
}

/**
 * Formats a report as a reference: its id, who claims it, when (local time) and where as exactly as
 * the report says, its sources and the version of the dataset. A source that is not on file is
 * cited by its id.
 */
export function citeReport(
  incident: Incident,
  info: Pick<DatasetMeta, 'version' | 'compiled' | 'shortTitle' | 'utcOffset' | 'parts'>,
): string {
  const meta = infoOfReport(incident, info)
  const sources = incident.record.sources.map((id) => {
    const source = incident.citedSources.find((cited) => cited.id === id)
    return source ? citeSource(source, '') : `${id} (details not on file)`
  })
  const accessed = incident.citedSources.length > 0 && meta.compiled !== ''
  return [
    `${meta.shortTitle} report ${incident.id}: ${describeClaim(incident.record, meta)}.`,
    `${sources.length > 1 ? 'Sources' : 'Source'}: ${sources.join('; ') || 'no source on file'}.`,
    ...(accessed ? [`Accessed ${longDate(meta.compiled)}.`] : []),
    ...(meta.version === NOT_STATED_VERSION ? [] : [`Dataset version ${meta.version}.`]),
  ].join(' ')
}

/**
 * Describes a report in one line: who claims it, when (local time) and where, as exactly as the
 * report says.
 */
export function describeClaim(
  record: IncidentRecord,
  zone: Pick<DatasetMeta, 'utcOffset'>,
): string {
  const who = record.reported_by || 'claimant not on file'
  return [who, whenOf(record, zone), record.areas.join('; ') || 'no area named'].join(', ')
}

/**
 * The distinct addresses of a report's sources. A space in one is `%20`, so that "; " only
 * separates.
 */
export function sourceUrls(incident: Incident): string {
  const urls = incident.citedSources.map((source) => source.url.replaceAll(' ', '%20'))
  return [...new Set(urls)].filter((url) => url !== '').join('; ')
}

/** Clock times if the report gives them, else its words for the part of the day. */
function whenOf(record: IncidentRecord, offset: Pick<DatasetMeta, 'utcOffset'>): string {
  const { date_start, date_end, time_start, time_end } = record
  const about = record.time_approximate ? 'about ' : ''
  const zone = time_start !== '' || time_end !== '' ? ` (${formatZone(offset)})` : ''
  if (zone === '') {
    const days = longDays(date_start, date_end)
    const worded = record.time_precision === 'part-of-day' && record.when_as_reported !== ''
    return worded ? `${days}, “${isolated(record.when_as_reported)}”` : days
  }
  if (date_start === date_end) {
    const times =
      time_start === '' ? `until ${time_end}` : `${time_start}${time_end && `–${time_end}`}`
    return `${longDay(date_start)}, ${about}${times}${zone}`
  }
  const start = `${longDay(date_start)}${time_start && `, ${about}${time_start}`}`
  return `${start} – ${longDay(date_end)}${time_end && `, ${time_end}`}${zone}`
}

/** `13–14 November 2022` within a month, otherwise both dates in full. */
function longDays(from: Day, to: Day): string {
  if (from === to) return longDay(to)
  const [start, end] = [formatDay(from), formatDay(to)]
  return start.slice(0, 7) === end.slice(0, 7)
    ? `${Number(start.slice(8))}–${longDate(end)}`
    : `${longDate(start)} – ${longDate(end)}`
}

function longDay(day: Day): string {
  return longDate(formatDay(day))
}

/** `2022-12-01` as 1 December 2022, `2022-12` as December 2022; anything else unchanged. */
function longDate(text: string): string {
  const ms = Date.parse(text)
  if (Number.isNaN(ms) || !/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return text
  return (text.length === 7 ? MONTH : DATE).format(ms)
}

/** The English name of a BCP 47 code; the code itself if it is unknown or malformed. */
function languageName(code: string): string {
  try {
    return code === '' ? '' : (LANGUAGES.of(code) ?? code)
  } catch {
    // Intl throws a RangeError for a code that is not BCP 47; then the code is shown.
    return code
  }
}

/**
 * Puts right-to-left text in isolates; otherwise it would move the date after it to its other side.
 */
function isolated(text: string): string {
  return TURNS.test(text) ? `\u2068${text}\u2069` : text
}
