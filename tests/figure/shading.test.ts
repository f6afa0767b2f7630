import { describe, expect, it } from 'vitest'
import { districtStates, readDistricts } from '../../src/figure/shading'
import { areasOnFile } from '../../src/query/groups'
import { areaId, DISTRICTS, dataset, sliceOfAll, sliceOfDay } from '../map/fixtures'
import { smallDataset } from '../support/fixtures'

const districts = readDistricts(DISTRICTS)

describe('readDistricts', () => {
  it('reads what names and marks need', () => {
    expect(districts.map(({ id, focus }) => [id, focus])).toEqual([
      ['shusha', true],
      ['aghdam', true],
      ['quiet', false],
    ])
  })

  it('leaves out what has no id or no label point', () => {
    const features = [
      { ...DISTRICTS.features[0], properties: null },
      { ...DISTRICTS.features[0], properties: { id: 'x' } },
      { ...DISTRICTS.features[0], properties: { id: 'x', label: [1, 'two'] } },
    ]
    expect(readDistricts({ type: 'FeatureCollection', features } as typeof DISTRICTS)).toEqual([])
  })
})

describe('districtStates', () => {
  const plain = { class: 0, silent: false, approximate: false }
  const someday = (19325 - 10) as Parameters<typeof sliceOfDay>[1]
  const small = dataset()
  const askeran = smallDataset([{ id: 'a', areas: 'Askeran' }])

  it.each([
    ['one report, though only possible', small, sliceOfDay(small), 'shusha', { class: 1 }],
    ['more reports', small, sliceOfDay(small), 'aghdam', { class: 2 }],
    ['none in the slice', small, sliceOfDay(small, someday), 'shusha', {}],
    ['none on file', small, sliceOfDay(small, someday), 'quiet', { silent: true }],
    [
      'an approximate place',
      askeran,
      sliceOfAll(askeran),
      'aghdam',
      { class: 1, approximate: true },
    ],
  ])('tells %s', (_, data, slice, id, state) => {
    const states = districtStates(districts, slice, areasOnFile(data))
    expect(states.get(areaId(id))).toEqual({ ...plain, ...state })
  })

  it('calls no district silent while there is no report at all', () => {
    const data = smallDataset([])
    const states = districtStates(districts, sliceOfAll(data), areasOnFile(data))
    expect([...states.values()].some(({ silent }) => silent)).toBe(false)
  })
})
