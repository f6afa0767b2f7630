import { conflict, dataset, emptiness, info, outlines, shown, slice } from '../../app/state'
import { countSources } from '../../export/csl'
import type { PictureWords } from '../../figure/picture/layOutPage'
import { exporting } from '../../messages/compiled/exporting'
import { lead } from '../../messages/compiled/lead'
import { panel } from '../../messages/compiled/panel'
import { picture } from '../../messages/compiled/picture'
import { tools } from '../../messages/compiled/tools'
import { formatList, perLanguage } from '../../messages/intl'
import { FACET_KEYS, type FacetKey } from '../../model/facets'
import { totalOf } from '../../query/classes'
import { facetName, facetOptions } from '../panel/facetOptions'
import { pageLink } from '../shared/clipboard'
import { countShort, countWords, windowWords } from '../shared/words'

/** How many districts an alternative text names. */
const NAMED = 5
/** By the reader's clock. */
const madeOn = perLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long' }))

/** The title of a picture until the user writes another one. */
export function usualTitle(): string {
  return picture.usualTitle({
    subject: conflict.value.subject,
    dates: windowWords(slice.value.filter),
  })
}

/** All words of a picture of the slice, apart from its legend. `credits`: whose the map is. */
export function pictureWords(title: string, credits: readonly string[]): PictureWords {
  return {
    title,
    lines: [sliceWords(), filterWords()].filter(Boolean),
    foot: [`${lead.claim()} ${tools.silence()}`, ...originWords(credits)],
  }
}

/** The picture in words, for people who cannot see it. */
export function alternativeWords({ title, lines }: PictureWords): string {
  const { areas } = slice.value
  const most = [...areas]
    .sort(([, a], [, b]) => totalOf(b) - totalOf(a))
    .slice(0, NAMED)
    .map(([id, count]) => {
      const area = dataset.value.areas.get(id)
      return picture.district({ name: area?.name ?? id, count: countShort(count) })
    })
  const all = picture.alternative({ title, lines: lines.join(' ') })
  return most.length === 0
    ? all
    : `${all} ${picture.alternativeMost({ districts: formatList(most) })}`
}

/** The numbers of the page. */
function sliceWords(): string {
  const { count, notLocated } = slice.value
  return [
    emptiness.value === 'none' ? panel.noneOnFile() : picture.reports({ count: countWords(count) }),
    ...(totalOf(notLocated) > 0 ? [panel.notLocated({ count: countShort(notLocated) })] : []),
  ].join(' ')
}

/** What the slice is narrowed to; empty where it is not. */
function filterWords(): string {
  const { chosen, query, possible } = slice.value.filter
  const words = FACET_KEYS.filter((key) => chosen[key].size > 0).map(facetWords)
  if (query.text.trim() !== '') words.push(picture.search({ text: query.text.trim() }))
  if (!possible) words.push(picture.onlyCertain())
  return words.join(' ')
}

function facetWords(key: FacetKey): string {
  const ids = slice.value.filter.chosen[key]
  if (key === 'source') return `${exporting.sources({ n: ids.size })}.`
  if (key === 'dataset') {
    const names = conflict.value.datasets?.filter(({ id }) => ids.has(id)) ?? []
    return picture.reportsOf({ name: formatList(names.map(({ label }) => label)) })
  }
  const options = facetOptions(key, dataset.value, slice.value)
  const values = options.filter(({ id }) => ids.has(id)).map(({ label }) => label)
  return picture.filter({ name: facetName(key, conflict.value), values: formatList(values) })
}

/** Where reports and map come from. An opened file has no known version and licence. */
function originWords(credits: readonly string[]): string[] {
  const { title, shortTitle, version, licence, attribution } = info.value
  const isOwn = shown.value !== null
  const sources = picture.sources({
    title: isOwn ? picture.reportsOf({ name: title }) : shortTitle,
    version: isOwn ? 'none' : version,
    sources: exporting.sources({ n: countSources(dataset.value, slice.value) }),
    date: madeOn().format(),
    address: pageLink(),
  })
  if (isOwn || outlines.value) return [sources, credits.join('. ')]
  return [sources, `${attribution} ${picture.licence({ licence })}`]
}
