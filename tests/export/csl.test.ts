import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fillPage } from '../../scripts/fillPage'
import {
  datasetItem,
  reportItem,
  reportItems,
  sourceItem,
  sourcesOfSlice,
} from '../../src/export/csl'
import type { JoinedDataset } from '../../src/join/joinReports'
import type { Incident } from '../../src/model/report'
import { sliceDataset } from '../../src/query/sliceDataset'
import { readText, SHIPPED } from '../geodata/read'
import { datasetOf, type RawRow } from '../support/arbitraries'
import { everything, META as FIXTURE_META, SOURCE } from '../support/fixtures'

const META = { ...FIXTURE_META, title: 'Contactline', released: '2026-11-23' }
const BASE = 'https://host.example/map/'
const SOURCES = `id,publisher,title,url,published,language
one,Paper,First,https://a.example/1,2022-11-30,en
two,Paper,,https://a.example/2,,az
denial,Ministry,No such thing,https://m.example/,2022-12,hy
`

function datasetOfRows(...rows: RawRow[]): JoinedDataset {
  const cells = {
    date_start: '2022-11-29',
    reported_by: 'Ministry',
    reporting_party: 'Azerbaijan',
    areas: 'Shusha',
    summary: 'The ministry said so.',
  }
  return datasetOf(
    rows.map((row) => ({ ...cells, ...row })),
    SOURCES,
  )
}

function only(dataset: JoinedDataset): Incident {
  const [incident] = dataset.incidents
  if (!incident) throw new Error('no report')
  return incident
}

describe('sourceItem', () => {
  it('names publisher, title, dates, language and address in the terms of CSL', () => {
    expect(sourceItem(SOURCE, META)).toEqual({
      id: 's',
      type: 'webpage',
      title: 'French resolution hurts',
      'container-title': 'Daily Sabah',
      issued: { 'date-parts': [[2022, 12, 1]] },
      accessed: { 'date-parts': [[2026, 11]] },
      language: 'en',
      URL: 'https://www.dailysabah.com/x',
    })
  })

  it('leaves out what is not on file', () => {
    const bare = { ...SOURCE, publisher: '', title: '', url: '', published: '', language: '' }
    expect(sourceItem(bare, META)).toEqual({ id: 's', type: 'webpage' })
  })

  it.each([
    ['2022-12', { 'date-parts': [[2022, 12]] }],
    ['2022', { 'date-parts': [[2022]] }],
    ['winter', undefined],
  ])('keeps the precision of the date %s', (published, date) => {
    expect(sourceItem({ ...SOURCE, published }, META).issued).toEqual(date)
  })

  it('was read when the dataset was compiled, or released where that is not on file', () => {
    const accessed = (released: string) =>
      sourceItem(SOURCE, { ...META, compiled: '', released }).accessed
    expect(accessed('2026-11-23')).toEqual({ 'date-parts': [[2026, 11, 23]] })
    expect(accessed('')).toBeUndefined()
  })
})

describe('reportItem', () => {
  const dataset = datasetOfRows({ id: 'r 1', date_end: '2022-11-30', sources: 'one; two' })

  it('is a page of the dataset with the claim as its title and a stable link', () => {
    expect(reportItem(only(dataset), META, `${BASE}?incident=r%201`)).toEqual({
      id: 'r 1',
      type: 'webpage',
      author: [{ literal: 'The Contactline authors' }],
      title: 'Report r 1: Ministry, 29–30 November 2022, Shusha',
      'container-title': 'Contactline',
      version: '9.9.9',
      issued: { 'date-parts': [[2026, 11, 23]] },
      'event-date': { 'date-parts': [29, 30].map((day) => [2022, 11, day]) },
      language: 'en',
      abstract: 'The ministry said so.',
      URL: 'https://host.example/map/?incident=r%201',
    })
  })

  it('has no address where the host is not known, and one event date where it is one day', () => {
    const item = reportItem(only(datasetOfRows({ id: 'r' })), META, '')
    expect(item).not.toHaveProperty('URL')
    expect(item['event-date']).toEqual({ 'date-parts': [[2022, 11, 29]] })
  })

  it('is followed by its sources and that of its denial', () => {
    const denied = datasetOfRows({
      id: 'r',
      sources: 'one; two; unknown',
      denial_source: 'denial',
    })
    const items = reportItems(only(denied), denied, META, BASE)
    expect(items.map(({ id }) => id)).toEqual(['r', 'one', 'two', 'denial'])
  })
})

describe('sources of a slice', () => {
  it('come each once, in the order in which the reports cite them', () => {
    const dataset = datasetOfRows(
      { id: 'a', sources: 'two' },
      { id: 'b', date_start: '2022-11-30', sources: 'two', denial_source: 'one' },
      { id: 'c', sources: '' },
    )
    const ids = sourcesOfSlice(dataset, sliceDataset(dataset, everything(dataset))).map((s) => s.id)
    expect(ids).toEqual(['two', 'one'])
  })
})

describe('the recommended citation', () => {
  const info = JSON.parse(readText('dataset.json'))
  const work = datasetItem(info, '')
  const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

  it('is the same in CITATION.cff as in geodata/dataset.json', () => {
    const cff = read('CITATION.cff')
    const scalar = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(cff)?.[1]
    expect(scalar('cff-version')).toBe('1.2.0')
    expect(scalar('type')).toBe(work.type)
    expect(scalar('title')).toBe(`"${work.title}"`)
    expect(scalar('version')).toBe(work.version)
    expect(scalar('date-released')).toBe(`"${info.released}"`)
    expect(scalar('license')).toBe(info.licence)
    expect(cff).toContain(`authors:\n  - name: "${work.author?.[0]?.literal}"\n`)
  })

  it('is filled into the page from the dataset, with the dates of its reports', () => {
    const filled = (folder: string) => {
      const html = fillPage(read('index.html'), folder)
      const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)
      return JSON.parse(block?.[1] ?? '')
    }
    expect(filled(SHIPPED)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: work.title,
      version: work.version,
      datePublished: info.released,
      creator: { name: work.author?.[0]?.literal },
      license: 'https://spdx.org/licenses/CC-BY-4.0.html',
    })
    expect(filled('tests/fixtures/dataset').temporalCoverage).toBe('2020-11-26/2023-09-21')
  })

  it('is that of another conflict where the site is built from it', () => {
    for (const name of ['index.html', 'versions.html']) {
      const page = fillPage(read(name), 'tests/fixtures/orlavia')
      expect(page).toMatch(/<title>.*Riverline/)
      expect(page).not.toMatch(/%|contactline|karabakh|azerbaijan|armenia/i)
    }
  })
})
