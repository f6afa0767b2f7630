import { beforeEach, describe, expect, it } from 'vitest'
import type { CellFrame } from '../../src/figure/cellFrame'
import { composeFigure } from '../../src/figure/figure'
import type { MarkScene } from '../../src/figure/marks'
import { readDistricts } from '../../src/figure/shading'
import type { MapValues } from '../../src/map/mapHandle'
import { GROUND_SOURCE } from '../../src/map/style/layerIds'
import { lookOf } from '../../src/map/style/look'
import { embeddedLayers } from '../../src/map/style/style'
import { createSync, type DrawMarks, type Sync } from '../../src/map/sync'
import type { WriteTarget } from '../../src/map/write'
import { syntheticDataset } from '../bench/synthetic'
import {
  areaId,
  DISTRICTS,
  dataset,
  SOURCES_LOADED,
  sliceOfAll,
  sliceOfDay,
  values,
} from './fixtures'

type Call = readonly [name: keyof WriteTarget, target: string, ...rest: unknown[]]

/** Stands for the map and writes down what it is told. */
function recorder(): { calls: Call[]; target: WriteTarget } {
  const calls: Call[] = []
  return {
    calls,
    target: {
      setFeatureState: ({ source, id }, state) =>
        calls.push(['setFeatureState', source, id, state]),
      setPaintProperty: (layer, name, value) =>
        calls.push(['setPaintProperty', layer, name, value]),
      setLayoutProperty: (layer, name, value) =>
        calls.push(['setLayoutProperty', layer, name, value]),
    },
  }
}

const data = dataset()
const many = syntheticDataset(5000)
const FRAME: CellFrame = { box: [44, 38, 50, 42], level: 7 }

describe('sync', () => {
  let calls: Call[]
  let sync: Sync
  /** What the next frame would draw. */
  let scene: () => MarkScene
  const marks = () => scene().marks
  /** What the screen shows, and whether it has moved on. */
  let frame: CellFrame
  let hasLeft: boolean
  const first: MapValues = values(data)

  /** What the map is told from here on, until a frame is drawn. */
  function during(act: () => void): Call[] {
    calls.length = 0
    act()
    marks()
    return [...calls]
  }
  const names = (list: readonly Call[]) => new Set(list.map(([name]) => name))

  beforeEach(() => {
    const fake = recorder()
    calls = fake.calls
    const drawMarks: DrawMarks = (placed, values) => {
      scene = () => composeFigure(values, placed(), SOURCES_LOADED).marks
    }
    scene = () => ({ marks: [] }) as unknown as MarkScene
    frame = FRAME
    hasLeft = false
    const screen = { frame: () => frame, hasLeft: () => hasLeft }
    sync = createSync(fake.target, readDistricts(DISTRICTS), drawMarks, screen)
  })

  function started(): void {
    sync.sync(first)
    sync.styleLoaded(embeddedLayers, lookOf(first))
  }

  it('writes nothing before the style is loaded, and everything then', () => {
    expect(during(() => sync.sync(first))).toEqual([])
    const written = during(() => sync.styleLoaded(embeddedLayers, lookOf(first)))
    expect(written.map(([name]) => name)).toEqual(DISTRICTS.features.map(() => 'setFeatureState'))
    expect(marks().map(({ id }) => id)).toEqual(['shusha', 'aghdam', '46.1,40.1'])
  })

  it('writes nothing for equal values, be they the same or made anew', () => {
    started()
    expect(during(() => sync.sync(first))).toEqual([])
    expect(
      during(() => sync.sync({ ...first, slice: sliceOfDay(data), hidden: new Set() })),
    ).toEqual([])
  })

  it('writes only the districts that changed, and draws the marks', () => {
    started()
    // Shusha's report is certain now: its ring changes, its class does not.
    expect(during(() => sync.sync({ ...first, slice: sliceOfAll(data) }))).toEqual([])
    expect(marks()[0]?.label()).toBe('Shusha: 1 report, Azerbaijan 1. Known to the district only')
  })

  it('writes a hover and a selection as feature state alone', () => {
    started()
    const hover = during(() => sync.sync({ ...first, hovered: areaId('quiet') }))
    expect(hover).toEqual([
      ['setFeatureState', GROUND_SOURCE, 'quiet', expect.objectContaining({ hovered: true })],
    ])
    const select = during(() =>
      sync.sync({ ...first, selection: { kind: 'area', id: areaId('aghdam') } }),
    )
    expect(names(select)).toEqual(new Set(['setFeatureState']))
    expect([...scene().selected]).toEqual(['aghdam'])
    during(() => sync.sync(first))
    expect([...scene().selected]).toEqual([])
  })

  it('draws the cells of very many sites, of what the map shows and none while they are hidden', () => {
    const all = values(many, sliceOfAll(many))
    const ids = () => new Set(marks().map(({ id }) => id))
    const counted = () =>
      marks()
        .flatMap(({ picture: { certain, possible } }) => [...certain, ...possible])
        .reduce((sum, count) => sum + count, 0)
    started()
    during(() => sync.sync(all))
    expect(counted()).toBe(5000)
    const whole = ids()
    during(() => sync.moved())
    expect(ids()).toEqual(whole)
    frame = { ...FRAME, box: [46, 39, 47, 40] }
    hasLeft = true
    during(() => sync.moved())
    expect(ids().size).toBeLessThan(whole.size)
    expect([...whole]).toEqual(expect.arrayContaining([...ids()]))
    during(() => sync.sync({ ...all, hidden: new Set(['settlements']) }))
    expect(marks()).toEqual([])
  })

  it('prepares the marks of another dataset without drawing them', () => {
    started()
    const other = values(many, sliceOfAll(many))
    const shown = marks()
    expect(during(() => sync.prepare(other))).toEqual([])
    expect(marks()).toEqual(shown)
    during(() => sync.sync(other))
    expect(marks()).not.toEqual(shown)
  })

  it('changes a theme in place, and brings a style drawn with an older look to it', () => {
    sync.sync({ ...first, theme: 'dark' })
    const older = during(() => sync.styleLoaded(embeddedLayers, lookOf(first)))
    expect(names(older)).toContain('setPaintProperty')
    sync.sync(first)
    const dark = during(() => sync.sync({ ...first, theme: 'dark' }))
    expect(names(dark)).toEqual(new Set(['setPaintProperty']))
    const back = during(() => sync.sync(first))
    expect(back).toHaveLength(dark.length)
  })

  it('hides layers, and the marks with them', () => {
    started()
    const hidden = during(() => sync.sync({ ...first, hidden: new Set(['marks', 'borders']) }))
    expect(hidden).toContainEqual(['setLayoutProperty', expect.any(String), 'visibility', 'none'])
    expect(marks().map(({ id }) => id)).toEqual(['46.1,40.1'])
    const shown = during(() => sync.sync(first))
    expect(shown).toContainEqual(['setLayoutProperty', expect.any(String), 'visibility', undefined])
  })

  it('writes all again after a style swap, and nothing while it lasts', () => {
    sync.sync(first)
    const before = during(() => sync.styleLoaded(embeddedLayers, lookOf(first)))
    sync.styleLost()
    expect(during(() => sync.sync({ ...first, hovered: areaId('quiet') }))).toEqual([])
    sync.sync(first)
    expect(during(() => sync.styleLoaded(embeddedLayers, lookOf(first)))).toEqual(before)
  })

  it('writes nothing once it is stopped', () => {
    started()
    sync.stop()
    const after = during(() => {
      sync.sync({ ...first, theme: 'dark', slice: sliceOfAll(data) })
      sync.styleLoaded(embeddedLayers, lookOf(first))
    })
    expect(after).toEqual([])
  })
})
