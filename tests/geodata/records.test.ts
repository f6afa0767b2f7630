import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { geodata } from '../support/fixtures'
import { grownCopy } from './grown'
import { describeRecords } from './invariants'
import { readTable, SHIPPED } from './read'

describe('the shipped records', () => {
  describeRecords(SHIPPED)

  test('still include every report of the frozen copy that was not withdrawn', () => {
    const known = new Set(readTable('incidents.csv').map(({ id }) => id))
    if (existsSync(join(SHIPPED, 'withdrawn.csv'))) {
      for (const { id } of readTable('withdrawn.csv')) known.add(id)
    }
    const frozen = geodata('incidents.csv').match(/^\d{8}-\d{2}(?=,)/gm) ?? []
    expect(frozen.length).toBe(447)
    expect(frozen.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('the records after more reports were added', () => {
  const { folder, added } = grownCopy()
  describeRecords(folder)

  test('are the shipped ones and the new ones', () => {
    const ids = (rows: readonly Record<string, string>[]) => rows.map(({ id }) => id)
    expect(ids(readTable('incidents.csv', folder))).toEqual([
      ...ids(readTable('incidents.csv')),
      ...added,
    ])
  })
})
