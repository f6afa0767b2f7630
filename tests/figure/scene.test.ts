import fc from 'fast-check'
import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Camera } from '../../src/figure/camera'
import { fitBounds, project } from '../../src/figure/camera'
import { createFigure, type Figure } from '../../src/figure/figure'
import { fitCamera, reportsBox } from '../../src/figure/fit'
import { HATCHES } from '../../src/figure/ground/hatch'
import { scaleAt } from '../../src/figure/layout/avoid'
import { grow, isInside, overlap, rectangleAround } from '../../src/figure/names/rectangle'
import { findPalette } from '../../src/figure/palette'
import { createScene } from '../../src/figure/scene'
import { toSvg } from '../../src/figure/toSvg'
import type { Day } from '../../src/model/day'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { readText } from '../geodata/read'
import { markOf, values } from '../map/fixtures'
import { runs } from '../propertyRuns'
import { CONFLICT } from '../support/conflict'
import { realDataset } from '../support/fixtures'
import { realGeography } from '../support/geography'
import { box } from '../support/shapes'

const DATASET = realDataset()
const GEOGRAPHY = realGeography()
const SIZE = { width: 920, height: 640 }
const FOCUS_BOX = reportsBox(GEOGRAPHY.districts, DATASET, {
  areas: new Map(),
  rows: new Int32Array(),
})
const FIRST_VIEW = fitBounds(FOCUS_BOX, SIZE, { top: 51, right: 244, bottom: 76, left: 56 }, 14)
/** 27 November 2022. */
const FIRST_DAY = 19323

/** Every letter as wide as a broad one. */
const measure = (text: string, size: number) => text.length * size * 0.6

function figureOf(days: number, others: Partial<ReturnType<typeof values>> = {}): Figure {
  const window = { from: FIRST_DAY as Day, to: (FIRST_DAY + days) as Day }
  const slice = sliceDataset(DATASET, unfiltered(window))
  return createFigure({ ...values(DATASET, slice), ...others }, GEOGRAPHY, FIRST_VIEW)
}

/** A square with this name, a tenth of a px wide in the first view. */
function districtAt(index: number): Feature {
  const [lon, lat] = [FIRST_VIEW.center[0] + index * 1e-5, FIRST_VIEW.center[1]]
  return {
    type: 'Feature',
    properties: { id: `d${index}`, name: `d${index}`, label: [lon, lat] },
    geometry: { type: 'Polygon', coordinates: [box(lon, lat, lon + 1e-3, lat + 1e-3)] },
  }
}

describe('names', () => {
  it('cover neither marks nor each other, at any camera, but for needed ones', () => {
    const camera: fc.Arbitrary<Camera> = fc.record({
      center: fc.tuple(
        fc.double({ min: 44, max: 48, noNaN: true }),
        fc.double({ min: 38.5, max: 41, noNaN: true }),
      ),
      zoom: fc.double({ min: 5, max: 12, noNaN: true }),
      width: fc.integer({ min: 300, max: 1400 }),
      height: fc.integer({ min: 300, max: 900 }),
    })
    const languages = CONFLICT.languages.map(({ id }) => id)
    fc.assert(
      fc.property(
        camera,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...languages),
        (camera, days, lang) => {
          const figure = figureOf(days, { lang })
          const { labels, dots, marks } = createScene(camera, figure, measure)
          const focus = figure.areas.filter(({ district }) => district.focus)
          const isNeeded = labels.map(({ place }) => focus.some(({ at }) => at === place))
          const names = labels.map(({ box }) => box)
          for (const { at } of focus) {
            const [x, y] = project(camera, at)
            const isInView = x >= 0 && y >= 0 && x <= camera.width && y <= camera.height
            if (isInView) expect(labels.map(({ place }) => place)).toContain(at)
          }
          const taken = marks.map(({ at, scale, shape: { width, height } }) =>
            rectangleAround(at, (width / 2) * scale, (height / 2) * scale),
          )
          names.forEach((box, index) => {
            // Where there is hardly any map, names of focus districts have no room beside each other.
            const isFree = camera.zoom < 6.5 && isNeeded[index]
            const others = isFree ? [] : names.slice(0, index)
            if (!isNeeded[index]) others.push(...taken)
            expect(others.some((other) => overlap(box, other))).toBe(false)
          })
          // A town's own name is close to its dot, with the room above its letters.
          const letters = labels.flatMap(({ box: { left, right }, y, size, lines, lineHeight }) =>
            lines.map((_, line) => {
              const baseline = y + line * lineHeight
              return { left, right, top: baseline - 0.75 * size, bottom: baseline + 0.2 * size }
            }),
          )
          dots.forEach(({ at, half }, index) => {
            const others = dots
              .slice(0, index)
              .map((other) => rectangleAround(other.at, other.half))
            for (const other of [...others, ...letters, ...taken]) {
              expect(overlap(rectangleAround(at, half), other)).toBe(false)
            }
          })
        },
      ),
      { numRuns: runs(60) },
    )
  })

  it('of focus districts are on the fitted map, whatever the window and the screen', () => {
    const shipped = realDataset(readText)
    const { from, to } = shipped.span ?? { from: 0, to: 0 }
    const size = fc.record({
      width: fc.integer({ min: 320, max: 1400 }),
      height: fc.integer({ min: 480, max: 900 }),
    })
    const days = fc.tuple(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: to }))
    const lang = fc.constantFrom(...CONFLICT.languages.map(({ id }) => id))
    fc.assert(
      fc.property(size, fc.option(days), lang, ({ width, height }, window, lang) => {
        const [first, last] = window?.toSorted((a, b) => a - b) ?? [from, to]
        const slice = sliceDataset(shipped, unfiltered({ from: first as Day, to: last as Day }))
        const camera = fitCamera(FOCUS_BOX, { width, height })
        const figure = createFigure({ ...values(shipped, slice), lang }, GEOGRAPHY, camera)
        const { labels } = createScene(camera, figure, measure)
        const focus = figure.areas.filter(({ district }) => district.focus)
        expect(focus.length).toBeGreaterThan(0)
        for (const { at, mark } of focus) {
          const label = labels.find(({ place }) => place === at)
          expect(label).toBeDefined()
          if (!label?.leader || !mark) continue
          // From the edge of its ring to the name.
          const [start, end] = label.leader
          const middle = [0, 1].map((axis) => (label.at[axis] ?? 0) + (mark.offset[axis] ?? 0))
          const reach = Math.hypot(start[0] - (middle[0] ?? 0), start[1] - (middle[1] ?? 0))
          expect(reach).toBeCloseTo(mark.picture.radius * scaleAt(camera.zoom), 3)
          expect(isInside(rectangleAround(end, 0), grow(label.box, 0.01))).toBe(true)
        }
      }),
      { numRuns: runs(60) },
    )
  })

  it('of all districts with a ring are on the first view of every screen, each at its own', () => {
    for (const [width, height, days] of [
      [390, 600, 6],
      [390, 600, 400],
      [390, 228, 6],
      [720, 314, 6],
      [920, 560, 6],
      [920, 560, 400],
      [1080, 672, 6],
    ] as const) {
      const slice = sliceDataset(
        DATASET,
        unfiltered({ from: FIRST_DAY as Day, to: (FIRST_DAY + days) as Day }),
      )
      const box = reportsBox(GEOGRAPHY.districts, DATASET, slice)
      const camera = fitCamera(box, { width, height })
      const figure = createFigure(values(DATASET, slice), GEOGRAPHY, camera)
      const { labels } = createScene(camera, figure, measure)
      const rings = figure.areas.filter(({ mark }) => mark)
      expect(rings.length).toBeGreaterThan(4)
      const named = figure.areas.filter(({ mark, district }) => mark || district.focus)
      for (const { at, district, mark } of named) {
        const size = `${district.id}, ${width} × ${height}`
        const label = labels.find(({ place }) => place === at)
        expect(label, size).toBeDefined()
        if (!label || label.leader) continue
        // No ring of another district is nearer to it than its own.
        const gaps = rings.map((ring) => {
          const [x, y] = project(camera, ring.at)
          const [right, down] = ring.mark?.offset ?? [0, 0]
          const { left, top, right: end, bottom } = label.box
          const across = Math.max(0, left - x - right, x + right - end)
          const under = Math.max(0, top - y - down, y + down - bottom)
          const radius = (ring.mark?.picture.radius ?? 0) * scaleAt(camera.zoom)
          return { ring, gap: Math.hypot(across, under) - radius }
        })
        const own = gaps.find(({ ring }) => ring.mark === mark)?.gap ?? Infinity
        const others = gaps.filter(({ ring }) => ring.mark !== mark).map(({ gap }) => gap)
        expect(Math.min(...others), size).toBeGreaterThan(Math.min(own, 6) - 0.5)
      }
    }
  })

  it('lead with the chosen language, and show more forms closer in', () => {
    const textsAt = (zoom: number, lang = CONFLICT.languages[0].id) =>
      createScene({ ...FIRST_VIEW, zoom }, figureOf(6, { lang }), measure).labels.map(({ lines }) =>
        lines.map((runs) => runs.map(({ text }) => text).join('')).join('\n'),
      )
    expect(textsAt(8)).toContain('Kalbajar Kəlbəcər')
    expect(textsAt(9).some((text) => /[Ա-Ֆ]/.test(text))).toBe(true)
    expect(textsAt(8, CONFLICT.languages[2]?.id).some((text) => /^[Ա-Ֆ]/.test(text))).toBe(true)
    expect(textsAt(7)).not.toContain('Kalbajar Kəlbəcər')
  })
})

describe('a scene', () => {
  it('draws 2,000 districts at most; past that, counts on bare ground, and says so', () => {
    const districts = (n: number) => ({
      type: 'FeatureCollection' as const,
      features: Array.from({ length: n }, (_, index) => districtAt(index)),
    })
    const sceneOf = (n: number) =>
      createScene(
        FIRST_VIEW,
        { ...figureOf(6), geography: { ground: {}, districts: districts(n) } },
        measure,
      )
    expect(sceneOf(2000).notes).toEqual([])
    expect(sceneOf(2000).paths.length).toBeGreaterThan(2000)
    expect(sceneOf(2001).paths).toEqual([])
    expect(sceneOf(2001).notes).toEqual([expect.stringContaining('2,000')])
    expect(sceneOf(2001).marks).toEqual(sceneOf(1).marks)
  })

  it('shows the 400 marks with the most reports, and says how many are left', () => {
    const figure = figureOf(6)
    const marks = Array.from({ length: 450 }, (_, index) => ({
      ...markOf(`m${index}`, { certain: [index], possible: [0], text: String(index) }),
      at: FIRST_VIEW.center,
    }))
    const scene = createScene(FIRST_VIEW, { ...figure, marks: { ...figure.marks, marks } }, measure)
    const shown = scene.marks.map(({ shape }) => Number(shape.text?.value))
    expect(shown.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 400 }, (_, index) => index + 50),
    )
    expect(scene.notes).toEqual([expect.stringContaining('50')])
  })

  it('leaves out what is switched off', () => {
    const overlays = ['shading', 'marks', 'settlements', 'names'] as const
    const hidden = new Set([...overlays, 'towns', 'water', 'borders'] as const)
    const scene = createScene(FIRST_VIEW, figureOf(6, { hidden }), measure)
    expect(scene.marks).toEqual([])
    expect(scene.labels.every(({ size, spacing }) => spacing === size * 0.3)).toBe(true)
    const { land, ramp } = findPalette('light')
    const fills = new Set(scene.paths.map(({ fill }) => fill))
    expect(fills).toContain(land)
    expect(ramp.some((colour) => fills.has(colour))).toBe(false)
  })

  it('keeps outlines near the view, however close it is', () => {
    const { paths } = createScene({ ...FIRST_VIEW, zoom: 13 }, figureOf(6), measure)
    const numbers = paths.flatMap(({ d }) => d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
    expect(numbers.length).toBeGreaterThan(0)
    expect(Math.max(...numbers)).toBeLessThan(SIZE.width + 10)
    expect(Math.min(...numbers)).toBeGreaterThan(-10)
  })
})

describe('the SVG of a scene', () => {
  const scene = createScene(FIRST_VIEW, figureOf(6), measure)

  it('has hatches and a group for each mark, and no style', () => {
    const svg = toSvg(scene)
    expect(svg).toContain(`d="${HATCHES.silent.d}"`)
    expect(svg).toContain('fill="url(#contactline-silent)"')
    expect(svg.match(/<g transform/g)).toHaveLength(scene.marks.length + scene.lines.length)
    expect(svg).not.toMatch(/style|NaN|undefined/)
  })
})
