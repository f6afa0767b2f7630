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
const ids = (...names: string[]) => names as AreaId[]

describe('area', () => {
  test.each([
    'Shusha',
    'Şuşa',
    'ŞUŞA',
    'Shushi',
    'Шуша',
    'Շուշի',
    'Schuscha',
    'Shusha district',
    'Şuşa rayonu',
    'city of Shusha',
    'Շուշի քաղաք',
    'город Шуша',
  ])('"%s" is Shusha', (name) => {
    expect(gazetteer.area(name)).toEqual({ areas: ['shusha'], approximate: false })
  })

  test('a name that a district and a village share is the district', () => {
    expect(gazetteer.area('Ağdam')).toEqual({ areas: ['aghdam'], approximate: false })
  })

  test('a former unit is every area it overlaps, and approximate', () => {
    expect(gazetteer.area('Martakert region')).toEqual({
      areas: ['aghdam', 'kalbajar'],
      approximate: true,
    })
  })

  test('a village known to lie in a former unit is no more exact than the unit', () => {
    expect(gazetteer.area('Somewhere')).toEqual({
      areas: ['aghdam', 'kalbajar'],
      approximate: true,
    })
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

describe('settlement', () => {
  test('is looked for in the areas of the report only', () => {
    expect(gazetteer.settlement('Çərəktar kəndi', ids('kalbajar'))?.id).toBe('charektar')
    expect(gazetteer.settlement('Çərəktar', ids('shusha', 'kalbajar'))?.id).toBe('charektar')
    expect(gazetteer.settlement('Çərəktar', ids('shusha'))).toBeNull()
    expect(gazetteer.settlement('Çərəktar', [])).toBeNull()
  })

  test('a village is not its namesake elsewhere, nor the district', () => {
    expect(gazetteer.settlement('Aghdam', ids('tovuz'))?.id).toBe('aghdam-tovuz')
    expect(gazetteer.settlement('Aghdam', ids('aghdam'))).toBeNull()
  })
})

test('an empty gazetteer knows nothing', () => {
  const empty = buildGazetteer([], CONFLICT)
  expect(empty.area('Shusha')).toBeNull()
  expect(empty.settlement('Shusha', ids('shusha'))).toBeNull()
})
