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
  it('tells none in the slice from none on file', () => {
    const data = dataset()
    const slice = sliceOfDay(data, (19325 - 10) as Parameters<typeof sliceOfDay>[1])
    const states = districtStates(districts, slice, areasOnFile(data))
    expect(states.get(areaId('shusha'))).toEqual({ class: 0, silent: false, approximate: false })
    expect(states.get(areaId('quiet'))).toEqual({ class: 0, silent: true, approximate: false })
  })

  it('classes districts by all their reports, possible ones included', () => {
    const data = dataset()
    const states = districtStates(districts, sliceOfDay(data), areasOnFile(data))
    expect(states.get(areaId('aghdam'))?.class).toBe(2)
    expect(states.get(areaId('shusha'))?.class).toBe(1)
  })

  it('marks counts that are placed only approximately', () => {
    const data = smallDataset([{ id: 'a', areas: 'Askeran' }])
    const states = districtStates(districts, sliceOfAll(data), areasOnFile(data))
    expect(states.get(areaId('aghdam'))?.approximate).toBe(true)
    expect(states.get(areaId('quiet'))?.approximate).toBe(false)
  })

  it('calls no district silent while there is no report at all', () => {
    const data = smallDataset([])
    const states = districtStates(districts, sliceOfAll(data), areasOnFile(data))
    expect([...states.values()].some(({ silent }) => silent)).toBe(false)
  })
})
