import { describe, expect, test } from 'vitest'
import { buildGazetteer, listSpellings } from '../../src/join/gazetteer'
import type { AreaId } from '../../src/model/ids'
import { parsePlaces } from '../../src/read/parseTables'
import { PLACES_CSV } from '../support/arbitraries'
import { CONFLICT } from '../support/conflict'
import { deepFreeze } from '../support/freeze'

/** The small world, with a village that is called like a district and one known only to a former unit. */
const { rows: places } = parsePlaces(
  `${PLACES_CSV}aghdam-tovuz,settlement,Aghdam,Ağdam,,,,tovuz,,,made up
somewhere,settlement,Somewhere,,,,,aghdam; kalbajar,,,made up
lost,settlement,Lost,,,,—,,,,made up
`,
  'places.csv',
  CONFLICT,
)
const gazetteer = buildGazetteer(deepFreeze(places), CONFLICT)

describe('area', () => {
  test.each<[string, string[], boolean]>([
    ['ŞUŞA', ['shusha'], false],
    ['Şuşa rayonu', ['shusha'], false],
    // A district and a village share this name.
    ['Ağdam', ['aghdam'], false],
    // A former unit is every area it overlaps; a village in it is not more exact.
    ['Martakert region', ['aghdam', 'kalbajar'], true],
    ['Somewhere', ['aghdam', 'kalbajar'], true],
  ])('"%s" is %j', (name, areas, approximate) => {
    expect(gazetteer.area(name)).toEqual({ areas, approximate })
  })

  test.each(['', ' ', '—', 'Atlantis', 'Shush', 'Shusha Aghdam', 'constructor', '__proto__'])(
    '"%s" is none',
    (name) => {
      expect(gazetteer.area(name)).toBeNull()
    },
  )

  test('every spelling of every place finds an area of that name', () => {
    for (const place of places.filter(({ kind }) => kind !== 'settlement')) {
      for (const name of listSpellings(place)) {
        expect(gazetteer.area(name)?.areas).toEqual(place.districts)
      }
    }
  })
})

test.each<[string, string[], string | undefined]>([
  ['Çərəktar kəndi', ['kalbajar'], 'charektar'],
  ['Çərəktar', ['shusha', 'kalbajar'], 'charektar'],
  ['Çərəktar', ['shusha'], undefined],
  ['Çərəktar', [], undefined],
  ['Aghdam', ['tovuz'], 'aghdam-tovuz'],
  ['Aghdam', ['aghdam'], undefined],
])('the settlement "%s" is looked for in %j only', (name, areas, id) => {
  expect(gazetteer.settlement(name, areas as AreaId[])?.id).toBe(id)
})
