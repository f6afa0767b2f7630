import { describe, expect, it } from 'vitest'
import { readTable, split } from './read'

const incidents = readTable('incidents.csv')
const sources = readTable('sources.csv')

describe('records', () => {
  it('has lost none of the 447 reports and 629 sources compiled first, and has each id once', () => {
    expect(incidents.length).toBeGreaterThanOrEqual(447)
    expect(sources.length).toBeGreaterThanOrEqual(629)
    expect(new Set(incidents.map((row) => row.id)).size).toBe(incidents.length)
    expect(new Set(sources.map((row) => row.id)).size).toBe(sources.length)
  })

  it('cites only sources on file, at least one a report', () => {
    const known = new Set(sources.map((row) => row.id))
    for (const { id, sources: cited, denial_source } of incidents) {
      expect(split(cited).length, id).toBeGreaterThan(0)
      for (const source of [...split(cited), ...split(denial_source)]) {
        expect(known, id).toContain(source)
      }
    }
  })

  it('writes ids as the day and a number, days as YYYY-MM-DD, times as HH:MM', () => {
    for (const row of incidents) {
      expect(row.id).toMatch(/^\d{8}-\d{2}$/)
      expect(row.date_start).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(row.date_end).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      for (const time of [row.time_start, row.time_end]) {
        expect(time).toMatch(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
      }
    }
  })

  it('keeps to the words of the codebook', () => {
    const words = (column: string) =>
      [...new Set(incidents.flatMap((row) => split(row[column])))].sort()
    expect(words('time_precision')).toEqual(['day', 'days', 'exact', 'interval', 'part-of-day'])
    expect(words('reporting_party')).toEqual([
      'Armenia',
      'Azerbaijan',
      'Nagorno-Karabakh authorities',
      'Other',
      'Russia',
    ])
    expect(words('accused_party')).toEqual([
      'Armenia',
      'Armenian formations in Karabakh',
      'Azerbaijan',
      'not stated',
    ])
    expect(words('kind')).toEqual([
      'UAV',
      'engineering works',
      'fire',
      'mine',
      'shelling',
      'unspecified',
    ])
  })
})
