import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citeReport, citeSource, sourceUrls } from '../../src/export/citation'
import type { SourceId } from '../../src/model/ids'
import type { Incident } from '../../src/model/report'
import type { Source } from '../../src/model/source'
import { datasetOf, META, realDataset, recordsOf } from '../support/fixtures'

const SOURCE: Source = {
  id: 's' as SourceId,
  publisher: 'Daily Sabah',
  title: 'French resolution hurts',
  url: 'https://www.dailysabah.com/x',
  published: '2022-12-01',
  language: 'en',
}
const BARE = { id: 'r-1', date_start: '2022-11-30', reported_by: 'Ministry', areas: 'Shusha' }

/** A report of the given cells, joined to one source `s` without a headline. */
function reportOf(cells: Readonly<Record<string, string>>): Incident {
  const { records } = recordsOf([{ line: 2, cells: { ...BARE, ...cells } }])
  const sources = 'id,publisher,title,url,published,language\ns,Paper,,https://a.example/b c,,\n'
  const [incident] = datasetOf(records, sources).incidents
  if (!incident) throw new Error('no report')
  return incident
}

/** Between the claimant and the place stands the time. */
function whenOf(cells: Readonly<Record<string, string>>): string | undefined {
  return /Ministry, (.*), Shusha\./.exec(citeReport(reportOf(cells), META))?.[1]
}

describe('citeSource', () => {
  it('gives publisher, headline, date, language, address and the day it was read', () => {
    expect(citeSource(SOURCE, '2026-11')).toBe(
      'Daily Sabah, “French resolution hurts”, 1 December 2022, English, https://www.dailysabah.com/x (accessed November 2026)',
    )
    expect(citeSource(SOURCE, '2026-11-23')).toContain('(accessed 23 November 2026)')
    expect(citeSource(SOURCE, '')).not.toContain('accessed')
  })

  it('says what is missing and invents nothing', () => {
    const bare = { ...SOURCE, title: '', published: '', language: '', url: '' }
    expect(citeSource(bare, '')).toBe('Daily Sabah, page without a headline on file, undated')
    expect(citeSource({ ...bare, publisher: '' }, '')).toContain('publisher not on file')
  })

  it('writes a month as a month and leaves what is no date as it is', () => {
    expect(citeSource({ ...SOURCE, published: '2022-12' }, '')).toContain(', December 2022, ')
    expect(citeSource({ ...SOURCE, published: 'winter 2022' }, '')).toContain(', winter 2022, ')
    expect(citeSource({ ...SOURCE, published: '2022-13' }, '')).toContain(', 2022-13, ')
  })

  it.each([
    ['az', 'Azerbaijani'],
    ['hy', 'Armenian'],
    ['tr', 'Turkish'],
    ['fa', 'Persian'],
    ['xx', 'xx'],
    ['not a code', 'not a code'],
  ])('names the language %s %s', (language, name) => {
    expect(citeSource({ ...SOURCE, language }, '')).toContain(`, 1 December 2022, ${name}, https`)
  })

  it('isolates text that runs right to left, so that the date stays behind it', () => {
    const title = 'خرق وقف إطلاق النار'
    expect(citeSource({ ...SOURCE, title }, '')).toContain(`“\u2068${title}\u2069”, 1 December`)
    expect(citeSource({ ...SOURCE, title: '\u202Etfel' }, '')).toContain('“\u2068\u202Etfel\u2069”')
    expect(citeSource({ ...SOURCE, title: 'Şuşa Շուշի Шуша' }, '')).not.toContain('\u2068')
  })

  it('never throws', () => {
    const anySource = fc.record({
      id: fc.string() as fc.Arbitrary<SourceId>,
      publisher: fc.string(),
      title: fc.string(),
      url: fc.string(),
      published: fc.string(),
      language: fc.string(),
    })
    fc.assert(
      fc.property(anySource, fc.string(), (source, accessed) => {
        expect(citeSource(source, accessed)).toContain(source.url)
      }),
    )
  })
})

describe('citeReport', () => {
  it('cites 20221130-01 with its issuer, hours, districts and article', () => {
    const dataset = realDataset()
    const incident = dataset.incidents.find(({ id }) => id === '20221130-01')
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
      'Sources: Paper, page without a headline on file, undated, https://a.example/b c; gone-1 (details not on file). Accessed November 2026.',
    )
  })

  it('is no more exact in time than the report', () => {
    expect(whenOf({})).toBe('30 November 2022')
    expect(whenOf({ time_start: '14:40', time_approximate: 'yes' })).toBe(
      '30 November 2022, about 14:40 (UTC+4)',
    )
    expect(whenOf({ time_end: '15:50' })).toBe('30 November 2022, until 15:50 (UTC+4)')
    expect(whenOf({ time_precision: 'part-of-day', when_as_reported: 'at night' })).toBe(
      '30 November 2022, “at night”',
    )
    expect(whenOf({ time_precision: 'day', when_as_reported: 'on Wednesday' })).toBe(
      '30 November 2022',
    )
    expect(whenOf({ date_start: '2022-11-29', date_end: '2022-11-30' })).toBe('29–30 November 2022')
    expect(whenOf({ date_end: '2022-12-01' })).toBe('30 November 2022 – 1 December 2022')
    expect(whenOf({ date_end: '2022-12-01', time_start: '18:25', time_end: '00:45' })).toBe(
      '30 November 2022, 18:25 – 1 December 2022, 00:45 (UTC+4)',
    )
    expect(whenOf({ date_end: '2022-12-01', time_start: '18:25' })).toBe(
      '30 November 2022, 18:25 – 1 December 2022 (UTC+4)',
    )
  })
})

describe('sourceUrls', () => {
  it('gives each address once, with nothing in it that separates', () => {
    expect(sourceUrls(reportOf({ sources: 's; gone-1' }))).toBe('https://a.example/b%20c')
    expect(sourceUrls(reportOf({}))).toBe('')
  })
})
