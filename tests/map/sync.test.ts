import type { FeatureCollection } from 'geojson'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CellFrame } from '../../src/figure/cellFrame'
import type { Mark } from '../../src/figure/marks'
import { readDistricts } from '../../src/figure/shading'
import type { MapValues } from '../../src/map/mapHandle'
import { SOURCES } from '../../src/map/style/layerIds'
import { type Look, lookOf } from '../../src/map/style/look'
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
      setData: (source, data: FeatureCollection) => calls.push(['setData', source, data]),
      setPaintProperty: (layer, name, value) =>
        calls.push(['setPaintProperty', layer, name, value]),
      setLayoutProperty: (layer, name, value) =>
        calls.push(['setLayoutProperty', layer, name, value]),
    },
  }
}

const data = dataset()
const many = syntheticDataset(5000)
const layersOf = (look: Look) => embeddedLayers(look, SOURCES_LOADED)

const FRAME: CellFrame = { box: [44, 38, 50, 42], level: 7 }

describe('sync', () => {
  let calls: Call[]
  let sync: Sync
  /** What the next frame would draw. */
  let marks: () => readonly Mark[]
  let selected: ReadonlySet<string>
  /** What the screen shows, and whether it has moved on. */
  let frame: CellFrame
  let hasLeft: boolean
  /** What waits until the window is at rest. */
  let waiting: (() => void) | null
  const first: MapValues = values(data)

  /** What the map is told from here on, until a frame is drawn and the window is at rest. */
  function during(act: () => void): Call[] {
    calls.length = 0
    act()
    marks()
    waiting?.()
    waiting = null
    return [...calls]
  }
  const names = (list: readonly Call[]) => new Set(list.map(([name]) => name))

  beforeEach(() => {
    const fake = recorder()
    calls = fake.calls
    marks = () => []
    selected = new Set()
    waiting = null
    const drawMarks: DrawMarks = (next, ids) => {
      marks = next
      selected = new Set([...ids.areas, ...ids.sites])
    }
    frame = FRAME
    hasLeft = false
    const screen = { frame: () => frame, hasLeft: () => hasLeft }
    const setWaiting = (run: (() => void) | null) => {
      waiting = run
    }
    const atRest = { ask: setWaiting, stop: () => setWaiting(null) }
    sync = createSync(fake.target, readDistricts(DISTRICTS), drawMarks, screen, atRest)
  })

  function started(): void {
    sync.sync(first)
    sync.styleLoaded(layersOf, lookOf(first))
  }

  it('writes nothing before the style is loaded, and everything then', () => {
    expect(during(() => sync.sync(first))).toEqual([])
    const written = during(() => sync.styleLoaded(layersOf, lookOf(first)))
    expect(written.filter(([name]) => name === 'setData').map(([, source]) => source)).toEqual([
      SOURCES.areas,
      SOURCES.sites,
    ])
    expect(written.filter(([name]) => name === 'setFeatureState')).toHaveLength(3)
    expect(marks().map(({ id }) => id)).toEqual(['shusha', 'aghdam', '46.1,40.1'])
  })

  it('writes nothing for equal values, be they the same or made anew', () => {
    started()
    expect(during(() => sync.sync(first))).toEqual([])
    expect(
      during(() => sync.sync({ ...first, slice: sliceOfDay(data), hidden: new Set() })),
    ).toEqual([])
  })

  it('never writes polygons, and writes only the districts that changed', () => {
    started()
    const written = during(() => sync.sync({ ...first, slice: sliceOfAll(data) }))
    // Shusha's report is certain now: its ring changes, its class does not.
    expect(written.map(([name, target]) => [name, target])).toEqual([['setData', SOURCES.areas]])
  })

  it('writes a hover and a selection as feature state alone', () => {
    started()
    const hover = during(() => sync.sync({ ...first, hovered: areaId('quiet') }))
    expect(hover).toEqual([
      ['setFeatureState', SOURCES.ground, 'quiet', expect.objectContaining({ hovered: true })],
    ])
    const select = during(() =>
      sync.sync({ ...first, selection: { kind: 'area', id: areaId('aghdam') } }),
    )
    expect(names(select)).toEqual(new Set(['setFeatureState']))
    expect([...selected]).toEqual(['aghdam'])
    during(() => sync.sync(first))
    expect([...selected]).toEqual([])
  })

  it('draws a new slice at once, and names it when a frame has shown it and the window is at rest', () => {
    started()
    calls.length = 0
    sync.sync({ ...first, slice: sliceOfAll(data) })
    expect(waiting).toBeNull()
    expect(marks()[0]?.label()).toMatch(/^Shusha: 1 report, Azerbaijan 1\b/)
    expect(waiting).not.toBeNull()
    expect(calls.filter(([name]) => name === 'setData')).toEqual([])
    const hover = { ...first, slice: sliceOfAll(data), hovered: areaId('quiet') }
    expect(names(during(() => sync.sync(hover)))).toContain('setData')
    marks()
    expect(waiting).toBeNull()
  })

  it('names no slice that is no longer shown, and names one that comes back before a frame', () => {
    started()
    const other = { ...first, slice: sliceOfAll(data) }
    sync.sync(other)
    marks()
    sync.sync({ ...first, slice: sliceOfDay(data) })
    expect(waiting).toBeNull()
    expect(names(during(() => sync.sync(other)))).toEqual(new Set(['setData']))
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

  it('writes the names of what is shown while another dataset is prepared', () => {
    started()
    sync.sync({ ...first, slice: sliceOfAll(data) })
    marks()
    sync.prepare(values(many, sliceOfAll(many)))
    calls.length = 0
    waiting?.()
    expect(names(calls)).toEqual(new Set(['setData']))
  })

  it('changes a theme in place, and brings a style drawn with an older look to it', () => {
    sync.sync({ ...first, theme: 'dark' })
    const older = during(() => sync.styleLoaded(layersOf, lookOf(first)))
    expect(names(older)).toContain('setPaintProperty')
    sync.sync(first)
    const dark = during(() => sync.sync({ ...first, theme: 'dark' }))
    expect(names(dark)).toEqual(new Set(['setPaintProperty', 'setLayoutProperty']))
    const back = during(() => sync.sync(first))
    expect(back).toHaveLength(dark.length)
  })

  it('hides layers, and the marks with them', () => {
    started()
    const hidden = during(() => sync.sync({ ...first, hidden: new Set(['marks']) }))
    expect(hidden).toContainEqual(['setLayoutProperty', expect.any(String), 'visibility', 'none'])
    expect(marks().map(({ id }) => id)).toEqual(['46.1,40.1'])
    const shown = during(() => sync.sync(first))
    expect(shown).toContainEqual(['setLayoutProperty', expect.any(String), 'visibility', undefined])
  })

  it('writes all again after a style swap, and nothing while it lasts', () => {
    sync.sync(first)
    const before = during(() => sync.styleLoaded(layersOf, lookOf(first)))
    sync.styleLost()
    expect(during(() => sync.sync({ ...first, hovered: areaId('quiet') }))).toEqual([])
    sync.sync(first)
    expect(during(() => sync.styleLoaded(layersOf, lookOf(first)))).toEqual(before)
  })

  it('writes nothing once it is stopped', () => {
    started()
    sync.stop()
    const after = during(() => {
      sync.sync({ ...first, theme: 'dark', slice: sliceOfAll(data) })
      sync.styleLoaded(layersOf, lookOf(first))
    })
    expect(after).toEqual([])
  })
})
