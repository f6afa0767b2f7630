import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citeReport, citeSource, sourceUrls } from '../../src/export/citation'
import type { Incident } from '../../src/model/report'
import { datasetOf, type RawRow } from '../support/arbitraries'
import { META, realDataset, SOURCE } from '../support/fixtures'

/** A report of the given cells, joined to one source `s` without a headline. */
function reportOf(cells: RawRow): Incident {
  const bare = { id: 'r-1', date_start: '2022-11-30', reported_by: 'Ministry', areas: 'Shusha' }
  const sources = 'id,publisher,title,url,published,language\ns,Paper,,https://a.example/b c,,\n'
  const [incident] = datasetOf([{ ...bare, ...cells }], sources).incidents
  if (!incident) throw new Error('no report')
  return incident
}

describe('citeSource', () => {
  it.each([
    ['2026-11', ' (accessed November 2026)'],
    ['2026-11-23', ' (accessed 23 November 2026)'],
    ['', ''],
  ])('gives what is on file, and the day it was read: "%s"', (accessed, read) => {
    expect(citeSource(SOURCE, accessed)).toBe(
      `Daily Sabah, “French resolution hurts”, 1 December 2022, English, https://www.dailysabah.com/x${read}`,
    )
  })

  it('says what is missing and invents nothing', () => {
    const bare = { ...SOURCE, publisher: '', title: '', published: '', language: '', url: '' }
    expect(citeSource(bare, '')).toBe('publisher not on file, untitled page, undated')
  })

  it.each([
    ['2022-12', 'az', 'December 2022, Azerbaijani'],
    ['2022-13', 'hy', '2022-13, Armenian'],
    ['winter 2022', 'xx', 'winter 2022, xx'],
    ['2022-12-01', 'not a code', '1 December 2022, not a code'],
  ])('writes the date %s and the language %s as they are known', (published, language, words) => {
    expect(citeSource({ ...SOURCE, published, language }, '')).toContain(`”, ${words}, https`)
  })

  it('isolates text that runs right to left, so that the date stays behind it', () => {
    for (const title of ['خرق وقف إطلاق النار', '\u202Etfel']) {
      expect(citeSource({ ...SOURCE, title }, '')).toContain(`“\u2068${title}\u2069”, 1 December`)
    }
    expect(citeSource({ ...SOURCE, title: 'Şuşa Շուշի Шуша' }, '')).not.toContain('\u2068')
  })

  it('never throws', () => {
    const texts = fc.tuple(fc.string(), fc.string(), fc.string(), fc.string())
    fc.assert(
      fc.property(texts, ([title, published, language, accessed]) => {
        const source = { ...SOURCE, title, published, language }
        expect(citeSource(source, accessed)).toContain(source.url)
      }),
    )
  })
})

describe('citeReport', () => {
  it('cites 20221130-01 with its issuer, hours, districts and article', () => {
    const incident = realDataset().incidents.find(({ id }) => id === '20221130-01')
    expect(citeReport(incident as Incident, { ...META, version: '1.0.0' })).toBe(
      'Contactline report 20221130-01: Ministry of Defence of Azerbaijan, 30 November 2022, 14:40–15:50 (UTC+4), Shusha; Aghdam. ' +
        'Source: Daily Sabah, “French resolution hurts normalization process with Armenia: Baku”, 1 December 2022, English, https://www.dailysabah.com/politics/diplomacy/french-resolution-hurts-normalization-process-with-armenia-baku. ' +
        'Accessed November 2026. Dataset version 1.0.0.',
    )
  })

  it('says when there is no source, no area and no claimant', () => {
    expect(citeReport(reportOf({ areas: '', reported_by: '' }), META)).toBe(
      'Contactline report r-1: claimant not on file, 30 November 2022, no area named. Source: no source on file. Dataset version 9.9.9.',
    )
  })

  it('cites several sources, an unknown one by its id', () => {
    expect(citeReport(reportOf({ sources: 's; gone-1' }), META)).toContain(
      'Sources: Paper, untitled page, undated, https://a.example/b c; gone-1 (details not on file). Accessed November 2026.',
    )
  })

  const next = { date_end: '2022-12-01' }
  it.each([
    ['30 November 2022', {}],
    ['30 November 2022, about 14:40 (UTC+4)', { time_start: '14:40', time_approximate: 'yes' }],
    ['30 November 2022, until 15:50 (UTC+4)', { time_end: '15:50' }],
    [
      '30 November 2022, “at night”',
      { time_precision: 'part-of-day', when_as_reported: 'at night' },
    ],
    ['30 November 2022', { time_precision: 'day', when_as_reported: 'on Wednesday' }],
    ['29–30 November 2022', { date_start: '2022-11-29', date_end: '2022-11-30' }],
    ['30 November 2022 – 1 December 2022', next],
    [
      '30 November 2022, 18:25 – 1 December 2022, 00:45 (UTC+4)',
      { ...next, time_start: '18:25', time_end: '00:45' },
    ],
    ['30 November 2022, 18:25 – 1 December 2022 (UTC+4)', { ...next, time_start: '18:25' }],
  ])('is no more exact in time than the report: %s', (when, cells) => {
    expect(citeReport(reportOf(cells), META)).toContain(`Ministry, ${when}, Shusha.`)
  })
})

it('the addresses of sources come once, with nothing in them that separates', () => {
  expect(sourceUrls(reportOf({ sources: 's; gone-1' }))).toBe('https://a.example/b%20c')
  expect(sourceUrls(reportOf({}))).toBe('')
})
