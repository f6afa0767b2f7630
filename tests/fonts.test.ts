import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FACES, lettersIn } from '../scripts/fonts.mjs'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const messages = readdirSync(new URL('src/messages/en/', root)).map(
  (name) => `src/messages/en/${name}`,
)
const tables = ['places', 'incidents', 'sources'].map((name) => `geodata/${name}.csv`)
/** Words of other scripts are left to the fonts of the system. */
const OUR_LETTERS = /[\p{Script=Latin}\p{Script=Armenian}\p{Script=Cyrillic}–—‘’“”„«»…·×]/gu

/** Letters of a file that none of these faces has. */
function lacking(path: string, names: RegExp): string[] {
  const covered = new Set(
    FACES.filter(({ name }) => names.test(name)).flatMap(({ range }) => [...lettersIn(range)]),
  )
  return [...new Set(read(path).match(OUR_LETTERS))].filter((letter) => !covered.has(letter))
}

describe('the fonts', () => {
  it.each([...messages, ...tables, 'geodata/basemap/towns.geojson'])('have all of %s', (path) => {
    expect(lacking(path, /inter|armenian/)).toEqual([])
  })

  it.each(messages)('have all of %s in the files of the first view', (path) => {
    expect(lacking(path, /^inter-latin(-letters)?$/)).toEqual([])
  })

  it('have the alphabets of Azerbaijani and Turkish in the files of the first view', () => {
    const faces = FACES.filter(({ name }) => /^inter-latin(-letters)?$/.test(name))
    const letters = faces.map(({ range }) => lettersIn(range)).join('')
    for (const letter of 'AaÂâBbCcÇçDdEeƏəFfGgĞğHhXxIıİiÎîJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÛûÜüVvYyZz') {
      expect(letters).toContain(letter)
    }
  })
})
