import type { CslDate, CslItem } from './csl'

/**
 * CSL-JSON as BibTeX, RIS and CSL-JSON text. Citation.js reads it back in the tests but cannot write it: its BibTeX
 * either drops letters that have no TeX command (ə, Armenian, Cyrillic) or escapes nothing, and its RIS breaks
 * lines within an address and cuts ids to 20 characters, which makes some the same.
 *
 * RIS has no field for the days a report is about (they are in its title).
 */
export type BibliographyFormat = 'bibtex' | 'ris' | 'csl'

const WRITERS: Readonly<Record<BibliographyFormat, (items: readonly CslItem[]) => string>> = {
  bibtex: (items) => items.map(bibtexEntry).join('\n'),
  ris: (items) => items.map(risRecord).join(''),
  csl: (items) => `${JSON.stringify(items, null, 2)}\n`,
}

/** Writes items in their order, UTF-8, lines ended by LF. No items: an empty text, in CSL-JSON `[]`. */
export function bibliographyText(items: readonly CslItem[], format: BibliographyFormat): string {
  return WRITERS[format](items)
}

const BIBTEX_TYPES = { webpage: 'online', dataset: 'dataset' } as const
const RIS_TYPES = { webpage: 'ELEC', dataset: 'DATA' } as const

/**
 * The dialect is biblatex (`@online`, `date`, `urldate`): plain BibTeX has no place for the day, the address or
 * the day it was read. `year` is doubled for readers that know only plain BibTeX. `langid` keeps the language
 * code; `language` would print it. Titles are in double braces: styles must not change their capitals.
 */
function bibtexEntry(item: CslItem): string {
  const date = isoDate(item.issued)
  const fields: [name: string, value: string | undefined][] = [
    ['author', item.author?.map(({ literal }) => `{${tex(literal)}}`).join(' and ')],
    ['title', inBraces(tex(item.title))],
    ['organization', inBraces(tex(item['container-title']))],
    ['version', tex(item.version)],
    ['date', date],
    ['year', date?.slice(0, 4)],
    ['eventdate', isoDate(item['event-date'])],
    ['url', item.URL?.replace(/[\s{}\\]/g, encodeURIComponent)],
    ['urldate', isoDate(item.accessed)],
    ['langid', item.language],
    ['abstract', tex(item.abstract)],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : `  ${name} = {${value}},\n`,
  )
  const key = item.id.replace(/[\s"#%'(),={}~\\@]/g, '-')
  return `@${BIBTEX_TYPES[item.type]}{${key},\n${lines.join('')}}\n`
}

function inBraces(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `{${value}}`
}

/** `YYYY-MM-DD` as far as it is known, the days of a range separated by a slash. */
function isoDate(date: CslDate | undefined): string | undefined {
  return date?.['date-parts'].map((parts) => parts.map(padded).join('-')).join('/')
}

/** `YYYY/MM/DD/`, where what is not known is empty; after the last slash RIS has a season. */
function risDate(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts'][0]?.map(padded)
  return parts && [0, 1, 2, 3].map((index) => parts[index] ?? '').join('/')
}

function padded(part: number): string {
  return String(part).padStart(2, '0')
}

/** Braces as commands: BibTeX counts even escaped ones. */
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\u00a0': '~',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
}

/** Plain text as TeX text. Doubled marks are held apart: TeX would read `--` as a dash, `''` as a quote. */
function tex(value: string | undefined): string | undefined {
  return value
    ?.replace(/[ \t\r\n]+/g, ' ')
    .replace(/[\\{}~^\u00a0&%#_$]/g, (char) => TEX[char] ?? char)
    .replace(/([-'`,<>])(?=\1)/g, '$1{}')
}

/**
 * RIS names no tag for the site of a web page: EndNote reads the publisher (PB), Zotero the secondary title
 * (T2). The day it was read is M1 for EndNote and Y2 for the others. The version is the edition (ET).
 * LB doubles the id: EndNote has no other place for it, and a record without title, date and language would
 * have no tag of today's RIS, so that readers took it for the RIS of before 2011.
 */
function risRecord(item: CslItem): string {
  const { 'container-title': site, issued } = item
  const accessed = risDate(item.accessed)
  const tags: [tag: string, value: string | undefined][] = [
    ['TY', RIS_TYPES[item.type]],
    ['ID', item.id],
    ['LB', item.id],
    ...(item.author ?? []).map(({ literal }): [string, string] => ['AU', literal]),
    ['TI', item.title],
    ['T2', site],
    ['PB', site],
    ['ET', item.version],
    ['DA', risDate(issued)],
    ['PY', issued?.['date-parts'][0]?.[0]?.toString()],
    ['Y2', accessed],
    ['M1', accessed],
    ['LA', item.language],
    ['AB', item.abstract],
    ['UR', item.URL],
  ]
  const lines = tags.flatMap(([tag, value]) =>
    value === undefined ? [] : `${tag}  - ${value.replace(/[ \t\r\n]+/g, ' ')}\n`,
  )
  return `${lines.join('')}ER  - \n`
}
