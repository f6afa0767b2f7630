import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibliographyText } from '../../src/export/bibliography'
import { type CslItem, reportItems, sourceItem } from '../../src/export/csl'
import { geodata, realDataset } from '../support/fixtures'

const META = JSON.parse(geodata('dataset.json'))
const dataset = realDataset()
const sources = [...dataset.sources.values()].map((source) => sourceItem(source, META))

/** Read back by Citation.js, which gives what it knows besides what was written. */
function readBack(items: readonly CslItem[], format: 'bibtex' | 'ris' | 'csl') {
  return plugins.input.chain(bibliographyText(items, format), { generateGraph: false })
}

/** Citation.js percent-encodes every address of BibTeX in which it sees nothing to decode. */
function asReadFromBibtex(url = ''): string {
  return decodeURI(url) === url ? encodeURI(url) : url
}

/** In BibTeX and RIS the site of a page is its publisher. */
function siteAsPublisher({ 'container-title': publisher, ...item }: CslItem) {
  return publisher === undefined ? item : { ...item, publisher }
}

/** RIS carries the site under a second tag, for Zotero, which Citation.js takes for a series, and the id as label. */
function asReadFromRis(item: CslItem) {
  const doubled = { 'collection-title': item['container-title'], 'citation-label': item.id }
  return { ...siteAsPublisher(item), ...doubled }
}

const webpage = (title: string, URL = 'https://a.example/'): CslItem => ({
  id: 'a-b',
  type: 'webpage',
  title,
  'container-title': title,
  URL,
})

describe('all sources come back field by field', () => {
  it('from CSL-JSON', () => {
    expect(sources).toHaveLength(629)
    expect(JSON.parse(bibliographyText(sources, 'csl'))).toEqual(sources)
  })

  it('from BibTeX', () => {
    const expected = sources.map((item) => ({
      ...siteAsPublisher(item),
      URL: asReadFromBibtex(item.URL),
      'citation-key': item.id,
    }))
    expect(readBack(sources, 'bibtex')).toEqual(expected)
  })

  it('from RIS', () => {
    expect(readBack(sources, 'ris')).toEqual(sources.map(asReadFromRis))
  })
})

it('a report comes back with all its fields, from RIS but for the days it is about', () => {
  const [incident] = dataset.incidents.filter(({ record }) => record.date_end > record.date_start)
  if (!incident) throw new Error('no report of two days')
  const items = reportItems(incident, dataset, META, 'https://host.example/')
  const [report] = items as [CslItem]
  expect(readBack(items, 'bibtex')[0]).toEqual({
    ...siteAsPublisher(report),
    author: [{ family: 'The Contactline authors' }],
    'citation-key': incident.id,
  })
  const { 'event-date': days, version, ...kept } = report
  expect(days?.['date-parts']).toHaveLength(2)
  expect(readBack(items, 'ris')[0]).toEqual({ ...asReadFromRis(kept), edition: version })
})

describe('what the formats use for themselves', () => {
  it('survives on one line, whatever the text and its letters', () => {
    const characters = '{}\\$&%#_~^"\'`-<>@, \n=əİՇшёش۱Π舒'
    const title = fc
      .string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 30 })
      .filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 4 }), (titles) => {
        const items = titles.map((text) => ({ ...webpage(text), id: `k${text}` }))
        for (const format of ['bibtex', 'ris'] as const) {
          const read = readBack(items, format).map(({ title }) => String(title).trim())
          expect(read).toEqual(titles.map((text) => text.replace(/[ \n]+/g, ' ').trim()))
        }
      }),
    )
  })

  it.each(['bibtex', 'ris'] as const)('survives in a title and an address of %s', (format) => {
    const title =
      "A & B: 100 % #1 a_b {c} } $d$ ~e ^f \\g \"h\" ''i'' ``j`` --- k--l <i>m</i> Z\u0323 and n"
    const URL = 'https://a.example/x_y/%C9%99?a=1&b=~c^d$e%20f#g'
    const read = readBack([webpage(title, URL)], format)
    expect(read[0]).toMatchObject({ title, publisher: title, URL })
  })

  it('is encoded in an address where it would end the field', () => {
    expect(bibliographyText([webpage('a', 'https://a.example/{h} \\')], 'bibtex')).toContain(
      '  url = {https://a.example/%7Bh%7D%20%5C},\n',
    )
  })
})

describe('every field has its place', () => {
  const item: CslItem = {
    ...webpage('A -- title'),
    author: [{ literal: 'A & B' }, { literal: 'C' }],
    version: '1.2',
    issued: { 'date-parts': [[2022, 3]] },
    'event-date': {
      'date-parts': [9, 10].map((day) => [2022, 1, day]),
    },
    accessed: { 'date-parts': [[2026, 11, 2]] },
    language: 'en',
    abstract: 'Two\nlines',
  }

  it('in BibTeX', () => {
    expect(bibliographyText([item], 'bibtex')).toBe(`@online{a-b,
  author = {{A \\& B} and {C}},
  title = {{A -{}- title}},
  organization = {{A -{}- title}},
  version = {1.2},
  date = {2022-03},
  year = {2022},
  eventdate = {2022-01-09/2022-01-10},
  url = {https://a.example/},
  urldate = {2026-11-02},
  langid = {en},
  abstract = {Two lines},
}
`)
  })

  it('in RIS', () => {
    expect(bibliographyText([{ ...item, type: 'dataset' }], 'ris')).toBe(`TY  - DATA
ID  - a-b
LB  - a-b
AU  - A & B
AU  - C
TI  - A -- title
T2  - A -- title
PB  - A -- title
ET  - 1.2
DA  - 2022/03//
PY  - 2022
Y2  - 2026/11/02/
M1  - 2026/11/02/
LA  - en
AB  - Two lines
UR  - https://a.example/
ER  - 
`)
  })
})

it('writes nothing of nothing', () => {
  expect(bibliographyText([], 'bibtex')).toBe('')
  expect(bibliographyText([], 'ris')).toBe('')
  expect(bibliographyText([], 'csl')).toBe('[]\n')
})
