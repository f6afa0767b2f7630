import { describe, expect, it } from 'vitest'
import { readDistricts } from '../../../src/figure/shading'
import { areaPoints, stacked } from '../../../src/map/marks/marks'
import { CONFLICT, language } from '../../support/conflict'
import { realDataset, smallDataset } from '../../support/fixtures'
import { DISTRICTS, dataset, markOf, sliceOfAll, values } from '../fixtures'

const districts = readDistricts(DISTRICTS)

function propertiesOf(points: ReturnType<typeof areaPoints>['points'], id: string) {
  return points().features.find(({ properties }) => properties?.id === id)?.properties
}

describe('stacked', () => {
  it('has settlements over bins over districts, and a small mark over a large one', () => {
    const areas = [markOf('small', { radius: 14 }), markOf('large', { radius: 28 })]
    const sites = [
      markOf('settlement', { shape: 'diamond', radius: 15 }),
      markOf('bin', { shape: 'bin', radius: 9 }),
      markOf('wide bin', { shape: 'bin', radius: 14 }),
    ]
    expect(stacked({ areas, sites }).map(({ id }) => id)).toEqual([
      'large',
      'small',
      'wide bin',
      'bin',
      'settlement',
    ])
  })
})

describe('areaPoints', () => {
  it('names every district and puts a ring where there are reports', () => {
    const { marks, points } = areaPoints(districts, values(dataset()), [])
    expect(points().features.map(({ properties }) => properties?.id)).toEqual([
      'shusha',
      'aghdam',
      'quiet',
    ])
    expect(marks.map(({ id }) => id)).toEqual(['aghdam', 'shusha'])
    expect(propertiesOf(points, 'quiet')).toMatchObject({ rank: 'quiet', lead: 'Quiet' })
    expect(propertiesOf(points, 'quiet')).not.toHaveProperty('room')
    expect(propertiesOf(points, 'aghdam')).toHaveProperty('room')
  })

  it('splits the ring by party and keeps possible reports apart', () => {
    const { marks } = areaPoints(districts, values(dataset()), [])
    const zero = CONFLICT.parties.map(() => 0)
    expect(marks[0]?.picture).toMatchObject({
      certain: zero.with(0, 1).with(1, 1),
      possible: zero,
      text: '2',
    })
    expect(marks[1]?.picture).toMatchObject({
      certain: zero,
      possible: zero.with(0, 1),
      text: '0–1',
    })
  })

  it('says in words what the ring shows', () => {
    const { marks } = areaPoints(districts, values(dataset()), [])
    expect(marks.map(({ label }) => label())).toEqual([
      'Aghdam: 2 reports, Azerbaijan 1, Armenia 1',
      'Shusha: at least 0, up to 1 report, Azerbaijan 1',
    ])
  })

  it('follows the colouring in words and picture', () => {
    const { marks } = areaPoints(districts, { ...values(dataset()), colouring: 'agreement' }, [])
    expect(marks[0]?.label()).toBe('Aghdam: 2 reports, both sides 2')
    expect(marks[0]?.picture).toMatchObject({
      certain: [0, 0, 2],
    })
  })

  it('leads with the chosen language but keeps the order of the English names', () => {
    const { marks } = areaPoints(districts, { ...values(dataset()), lang: language('az') }, [])
    expect(marks.map(({ label }) => label().split(':')[0])).toEqual(['Ağdam', 'Şuşa'])
  })

  it('shows areas that the map file lacks at their own label point, and none without one', () => {
    const data = smallDataset([{ id: 'a', areas: 'Twin; Nowhere' }])
    const { marks } = areaPoints(districts, values(data, sliceOfAll(data)), [])
    expect(marks.map(({ id }) => id)).toEqual(['twin'])
  })

  it('has a mark for every area of the shipped records that has a point', () => {
    const data = realDataset()
    const slice = sliceOfAll(data)
    const { marks } = areaPoints(districts, values(data, slice), [])
    expect(marks.length).toBeGreaterThan(10)
    expect(marks.map(({ id }) => id).sort()).toEqual([...slice.areas.keys()].sort())
  })
})
