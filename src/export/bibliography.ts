import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { CslItem } from './csl'

/**
 * CSL-JSON as BibTeX, RIS and CSL-JSON text. Citation.js (loaded with this file, so by dynamic import only)
 * decides which field stands for what; the lines are written here, because its own writers lose text:
 * BibTeX either drops all letters it has no TeX command for (ə, Armenian, Cyrillic) or escapes nothing, and
 * RIS breaks a line within an address and cuts ids to 20 characters, which makes some the same.
 *
 * What a format cannot hold: RIS has no field for the days a report is about (they stand in its title).
 */
export type BibliographyFormat = 'bibtex' | 'ris' | 'csl'

const WRITERS: Readonly<Record<BibliographyFormat, (items: readonly CslItem[]) => string>> = {
  bibtex: (items) => biblatexEntries(items).map(bibtexEntry).join('\n'),
  ris: (items) => risRecords(items).map(risRecord).join(''),
  csl: (items) => `${JSON.stringify(items, null, 2)}\n`,
}

/** Writes items in their order, UTF-8, lines ended by LF. No items: an empty text, in CSL-JSON `[]`. */
export function bibliographyText(items: readonly CslItem[], format: BibliographyFormat): string {
  return WRITERS[format](items)
}

interface BibtexEntry {
  readonly type: string
  readonly key: string
  /** Field and finished value, braces included. */
  readonly fields: readonly (readonly [string, string | undefined])[]
}

/**
 * The dialect is biblatex (`@online`, `date`, `urldate`): plain BibTeX has no place for the day, the address or
 * the day it was read. `year` is doubled for readers that know only plain BibTeX. `langid` keeps the language
 * code; `language` would print it. Titles are in double braces: styles must not change their capitals.
 */
function biblatexEntries(items: readonly CslItem[]): BibtexEntry[] {
  const entries = plugins.output.format('biblatex', items.map(publisherForSite), {
    format: 'object',
  })
  return entries.map(({ type, properties }, index) => {
    const { date, url, urldate, eventdate, language } = properties
    const item = items[index]
    return {
      type,
      key: item?.id.replace(/[\s"#%'(),={}~\\@]/g, '-') ?? '',
      fields: [
        ['author', braced(item?.author?.map(({ literal }) => braced(tex(literal))).join(' and '))],
        ['title', braced(braced(tex(item?.title)))],
        ['organization', braced(braced(tex(item?.['container-title'])))],
        ['version', braced(tex(item?.version))],
        ['date', braced(date)],
        ['year', braced(date?.slice(0, 4))],
        ['eventdate', braced(eventdate)],
        ['url', braced(url?.replace(/[\s{}\\]/g, encodeURIComponent))],
        ['urldate', braced(urldate)],
        ['langid', braced(language)],
        ['abstract', braced(tex(item?.abstract))],
      ],
    }
  })
}

function bibtexEntry({ type, key, fields }: BibtexEntry): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []))
  return `@${type}{${key},\n${lines.join('')}}\n`
}

function braced(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `{${value}}`
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

/** The order in which tags are written; TY opens a record. */
const RIS_TAGS = 'TY ID LB AU TI T2 PB ET DA PY Y2 M1 LA AB UR'.split(' ')

/**
 * RIS names no tag for the site of a web page: EndNote reads the publisher (PB), Zotero the secondary title
 * (T2). The day it was read is M1 for EndNote and Y2 for the others. The version stands as the edition (ET).
 * LB doubles the id: EndNote has no other place for it, and a record without title, date and language would
 * hold no tag of today's RIS, so that readers took it for the RIS of before 2011.
 */
function risRecords(items: readonly CslItem[]): Record<string, string | string[] | undefined>[] {
  const records = plugins.output.format('ris', items.map(publisherForSite), { format: 'object' })
  return records.map((record, index) => {
    const item = items[index]
    const [DA, M1] = [record.DA, record.M1].map((date) =>
      date?.toString().replace(/\b\d\b/g, '0$&'),
    )
    return {
      ...record,
      ID: item?.id,
      LB: item?.id,
      T2: record.PB,
      ET: item?.version,
      DA,
      M1,
      Y2: M1,
    }
  })
}

function risRecord(record: Readonly<Record<string, string | string[] | undefined>>): string {
  const lines = RIS_TAGS.flatMap((tag) =>
    [record[tag] ?? []].flat().map((value) => `${tag}  - ${value.replace(/[ \t\r\n]+/g, ' ')}\n`),
  )
  return `${lines.join('')}ER  - \n`
}

/** Both formats call the site of a web page its publisher. */
function publisherForSite({ 'container-title': publisher, ...item }: CslItem): object {
  return publisher === undefined ? item : { ...item, publisher }
}
