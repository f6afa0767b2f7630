import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { FROZEN, onFrozen } from './run'

const INCIDENTS = `${FROZEN}/incidents.csv`

function counted(...args: string[]) {
  const { stdout, status } = onFrozen(['overlap', ...args, '--json'])
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

describe('overlap', () => {
  it('finds each report of a settlement in a copy of its own file, and compares no other', () => {
    const counts = counted(INCIDENTS, '--days', '0', '--km', '0')
    expect(counts.both).toBeGreaterThan(0)
    expect([counts.only_a, counts.only_b, counts.cut]).toEqual([0, 0, 0])
    expect(counts.not_compared_a).toBe(counts.not_compared_b)
    expect(counts.pairs_by_area.shusha).toBeGreaterThan(0)
  })

  it('writes each pair and each report without one as CSV', () => {
    const reach = ['--days', '10', '--km', '60']
    const counts = counted(INCIDENTS, INCIDENTS, ...reach)
    const { stdout } = onFrozen([
      ...['overlap', INCIDENTS, INCIDENTS, ...reach],
      ...['--format', 'csv'],
    ])
    const { data } = Papa.parse<Record<string, string>>(stdout.trim(), { header: true })
    const count = (...wanted: string[]) =>
      data.filter(({ status = '' }) => wanted.includes(status)).length
    expect(count('match', 'candidate')).toBe(counts.candidates)
    expect(count('match')).toBe(counts.both)
    expect(count('only-a')).toBe(counts.only_a)
    expect(count('not-compared-b')).toBe(counts.not_compared_b)
    expect(counts.candidates).toBeGreaterThan(counts.both)
    const [match] = data.filter(({ status }) => status === 'match')
    expect(match).toMatchObject({ km: '0.0', days: '0', id_a: match?.id_b })
  })

  it('says what to give when it is given something else', () => {
    const none = onFrozen(['overlap'])
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('Give two files')])
    const { status, stderr } = onFrozen(['overlap', INCIDENTS, '--km', 'near'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('--km: "near"')])
  })
})
