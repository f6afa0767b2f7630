import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTable, SHIPPED } from './read'

const TEXTS = ['README.md', 'CITATION.cff', 'index.html', 'geodata/README.md']
const TABLES = ['incidents', 'sources', 'places']

test.each(TEXTS)('%s does not state how many records there are', (path) => {
  const text = readFileSync(`${SHIPPED}/../${path}`, 'utf8')
  for (const table of TABLES) {
    const { length } = readTable(`${table}.csv`)
    const stated = new RegExp(
      `\\b${length} (of the )?([a-z]+ )?(reports|sources|pages|places|rows)`,
    )
    expect(text).not.toMatch(stated)
    expect(text).not.toMatch(new RegExp(`\\bof the ${length}\\b`))
  }
})
