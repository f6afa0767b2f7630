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

describe('all 629 sources come back field by field', () => {
  it('are the real ones, with and without title, date and language', () => {
    const missing = (field: keyof CslItem) => sources.filter((item) => !(field in item)).length
    expect([sources.length, missing('title'), missing('issued'), missing('language')]).toEqual([
      629, 296, 215, 9,
    ])
    const titles = sources.map(({ title }) => title).join()
    for (const letters of ['ə', 'Ş', 'Ա', 'և', 'Д', 'ш', 'ü', '’'])
      expect(titles).toContain(letters)
  })

  it('from CSL-JSON', () => {
    expect(readBack(sources, 'csl')).toEqual(sources)
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

describe('a report', () => {
  const [incident] = dataset.incidents.filter(({ record }) => record.date_end > record.date_start)
  if (!incident) throw new Error('no report of two days')
  const items = reportItems(incident, dataset, META, 'https://host.example/')
  const [report] = items

  it('comes back from BibTeX with all its fields', () => {
    expect(readBack(items, 'bibtex')[0]).toEqual({
      ...siteAsPublisher(report as CslItem),
      author: [{ family: 'The Contactline authors' }],
      'citation-key': incident.id,
    })
  })

  it('comes back from RIS but for the days it is about, its version as the edition', () => {
    const { 'event-date': days, version, ...kept } = report as CslItem
    expect(days?.['date-parts']).toHaveLength(2)
    expect(readBack(items, 'ris')[0]).toEqual({ ...asReadFromRis(kept), edition: version })
  })
})

describe('what the formats use for themselves', () => {
  const awkward =
    "A & B: 100 % #1 a_b {c} } $d$ ~e ^f \\g \"h\" ''i'' ``j`` --- k--l <i>m</i> and n"

  it('survives in BibTeX', () => {
    expect(readBack([webpage(awkward)], 'bibtex')[0]).toMatchObject({
      title: awkward,
      publisher: awkward,
    })
  })

  it.each(['Ağdam, İsa və Şuşa', 'Շուշի․ ՊԲ', 'Шуша, ё', 'شوشا، ۱۲', 'Πόλη', '舒沙', 'Z\u0323ə'])(
    'and the letters of %s survive in all formats',
    (title) => {
      for (const format of ['bibtex', 'ris', 'csl'] as const) {
        expect(readBack([webpage(title)], format)[0]?.title).toBe(title)
      }
    },
  )

  it('survives in RIS, on one line', () => {
    const long = `${awkward} ${'word '.repeat(40)}end`
    expect(readBack([webpage(long)], 'ris')[0]).toMatchObject({ title: long, publisher: long })
    expect(readBack([webpage('a\nER  - \n  b')], 'ris')[0]?.title).toBe('a ER - b')
  })

  it('survives in an address', () => {
    const url = 'https://a.example/x_y/%C9%99?a=1&b=~c^d$e%20f#g'
    expect(bibliographyText([webpage('a', `${url}{h} \\`)], 'bibtex')).toContain(
      `  url = {${url}%7Bh%7D%20%5C},\n`,
    )
    expect(readBack([webpage('a', url)], 'bibtex')[0]?.URL).toBe(url)
    expect(readBack([webpage('a', url)], 'ris')[0]?.URL).toBe(url)
  })

  it('never unbalances a BibTeX file, whatever the text', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(...'{}\\$&%#_~^"\'`-<>@, \n=əՇш'),
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (titles) => {
        const items = titles.map((title) => ({ ...webpage(title), id: `k${title}` }))
        const read = readBack(items, 'bibtex').map(({ title }) => title)
        expect(read).toEqual(titles.map((title) => title.replace(/[ \n]+/g, ' ')))
      }),
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
      'date-parts': [
        [2022, 1, 9],
        [2022, 1, 10],
      ],
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
