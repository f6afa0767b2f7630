import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseVersions } from '../../src/schema/releases'

const read = (name: string) => JSON.parse(readFileSync(`geodata/${name}`, 'utf8'))

test('the newest version is that of the dataset; each is compared with the next on the list', () => {
  const versions = parseVersions(read('versions.json'))
  const { version, released } = read('dataset.json')
  expect(versions[0]).toMatchObject({ version, released })
  expect(versions.map(({ previous }) => previous)).toEqual([
    ...versions.slice(1).map((each) => each.version),
    null,
  ])
})

test('a damaged list is refused by the name of what is wrong', () => {
  const damaged = (path: string) =>
    expect.objectContaining({
      problem: { code: 'versionsDamaged', params: { path, detail: expect.any(String) } },
    })
  expect(() => parseVersions([{ version: 1 }])).toThrow(damaged('0.version'))
  expect(() => parseVersions('nothing')).toThrow(damaged('.'))
})
