import { plugins } from '@citation-js/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibliographyText } from '../../src/export/bibliography'
import { type CslItem, reportItems, sourceItem } from '../../src/export/csl'
import { geodata, realDataset } from '../support/fixtures'
import { readBibtex, readRis } from '../support/references'

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

  it('from BibTeX, by a reader of its own', () => {
    const entries = readBibtex(bibliographyText(sources, 'bibtex'))
    expect(entries.map(({ key }) => key)).toEqual(sources.map(({ id }) => id))
    expect(entries.map(({ type }) => type)).toEqual(sources.map(() => 'online'))
    entries.forEach(({ fields }, index) => {
      const item = sources[index]
      const iso = (date: CslItem['issued']) =>
        date?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-')
      expect(fields).toEqual({
        ...(item?.title !== undefined && { title: item.title }),
        organization: item?.['container-title'],
        ...(item?.issued && { date: iso(item.issued), year: iso(item.issued)?.slice(0, 4) }),
        url: item?.URL,
        urldate: iso(item?.accessed),
        ...(item?.language !== undefined && { langid: item.language }),
      })
    })
  })

  it('from RIS, by a reader of its own', () => {
    const text = bibliographyText(sources, 'ris')
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-( |$)/)
    const records = readRis(text)
    expect(records).toHaveLength(629)
    records.forEach((record, index) => {
      const item = sources[index]
      const slashed = (date: CslItem['issued']) => {
        const [year, month, day = ''] = date?.['date-parts'][0] ?? []
        return `${year}/${String(month).padStart(2, '0')}/${day && String(day).padStart(2, '0')}/`
      }
      const site = item?.['container-title']
      expect(record).toEqual({
        TY: 'ELEC',
        ID: item?.id,
        LB: item?.id,
        ...(item?.title !== undefined && { TI: item.title }),
        T2: site,
        PB: site,
        ...(item?.issued && { DA: slashed(item.issued) }),
        ...(item?.issued && { PY: String(item.issued['date-parts'][0]?.[0]) }),
        Y2: slashed(item?.accessed),
        M1: slashed(item?.accessed),
        ...(item?.language !== undefined && { LA: item.language }),
        UR: item?.URL,
      })
    })
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
    expect(readRis(bibliographyText([webpage('a\nER  - \n  b')], 'ris'))[0]?.TI).toBe('a ER - b')
  })

  it('survives in an address', () => {
    const url = 'https://a.example/x_y/%C9%99?a=1&b=~c^d$e%20f#g'
    const [bibtex] = readBibtex(bibliographyText([webpage('a', `${url}{h} \\`)], 'bibtex'))
    expect(bibtex?.fields.url).toBe(`${url}%7Bh%7D%20%5C`)
    expect(readBack([webpage('a', url)], 'bibtex')[0]?.URL).toBe(url)
    expect(readBack([webpage('a', url)], 'ris')[0]?.URL).toBe(url)
  })

  it('never unbalances a BibTeX file, whatever the text', () => {
    const anyText = fc.string({
      unit: fc.constantFrom(...'{}\\$&%#_~^"\'`-<>@, \n=əՇш'),
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (titles) => {
        const items = titles.map((title) => ({ ...webpage(title), title, id: `k${title}` }))
        const entries = readBibtex(bibliographyText(items, 'bibtex'))
        const flat = titles.map((title) => title.replace(/[ \n]+/g, ' '))
        expect(entries.map(({ fields }) => fields.title)).toEqual(flat)
      }),
    )
  })
})

it('writes nothing of nothing', () => {
  expect(bibliographyText([], 'bibtex')).toBe('')
  expect(bibliographyText([], 'ris')).toBe('')
  expect(bibliographyText([], 'csl')).toBe('[]\n')
})
