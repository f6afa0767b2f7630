import { describe, expect, it } from 'vitest'
import type { Camera } from '../../src/figure/camera'
import { createProjection } from '../../src/figure/camera'
import { placeDirections } from '../../src/figure/directionLines'
import { createFigure } from '../../src/figure/figure'
import { overlap, rectangleAround } from '../../src/figure/names/rectangle'
import { createScene } from '../../src/figure/scene'
import { toSvg } from '../../src/figure/toSvg'
import type { IncidentId } from '../../src/model/ids'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { SOURCES_LOADED, values } from '../map/fixtures'
import { datasetOf, range } from '../support/arbitraries'

const CAMERA: Camera = { center: [46.2, 40], zoom: 8, width: 900, height: 600 }
const pixel = createProjection(CAMERA)
const row = { date_start: '2022-11-29', areas: 'Kalbajar', fired_from: 'x' }
const there = { settlements: 'Charektar', fired_from_places: 'istisu' }
const back = { settlements: 'Istisu', fired_from_places: 'charektar' }
const DATA = datasetOf([
  { ...row, id: 'there', ...there, reporting_party: 'Azerbaijan' },
  { ...row, id: 'again', ...there, reporting_party: 'Azerbaijan' },
  { ...row, id: 'other', ...there, reporting_party: 'Armenia' },
  { ...row, id: 'back', ...back, reporting_party: 'Armenia' },
  { ...row, id: 'districts', areas: 'Shusha', fired_from_places: 'aghdam' },
  { ...row, id: 'mixed', areas: 'Shusha; Kalbajar', fired_from_places: 'istisu; aghdam' },
  { ...row, id: 'within', fired_from_places: 'nowhere-known', areas: 'Shusha' },
])
const SLICE = sliceDataset(DATA, unfiltered(range('2022-11-29', '2022-11-29')))

function figureOf(directions: boolean, selected?: string) {
  const selection = selected ? { kind: 'incident' as const, id: selected as IncidentId } : null
  return createFigure({ ...values(DATA, SLICE), selection, directions }, SOURCES_LOADED, CAMERA)
}

function linesOf(...args: Parameters<typeof figureOf>) {
  const project = (position: readonly [number, number]) => {
    const [x, y] = pixel(position)
    return { x, y }
  }
  return placeDirections(figureOf(...args).marks, { ...CAMERA, project })
}

describe('the lines of reported directions', () => {
  it('are one for each pair of places and party, with the number of reports', () => {
    const lines = linesOf(true).map(({ label, shape }) => [label, shape.text?.value])
    expect(lines).toEqual([
      ...['Aghdam to Kalbajar', 'Kalbajar to Shusha'].map((pair) => [
        `Reported direction of fire, ${pair}: at least 0, up to 1 report, Other 1`,
        undefined,
      ]),
      ['Reported direction of fire, Istisu to Charektar: 1 report, Armenia 1', undefined],
      ['Reported direction of fire, Charektar to Istisu: 1 report, Armenia 1', undefined],
      ['Reported direction of fire, Aghdam to Shusha: at least 1, up to 2 reports, Other 2', '1–2'],
      ['Reported direction of fire, Istisu to Charektar: 2 reports, Azerbaijan 2', '2'],
    ])
  })

  it('lie apart, and end at their target', () => {
    const lines = linesOf(true)
    for (const [index, { at }] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        expect(Math.hypot(at[0] - other.at[0], at[1] - other.at[1])).toBeGreaterThan(5)
      }
    }
    for (const { at, direction, shape } of lines) {
      const [x, y] = pixel(direction.target.at ?? [0, 0])
      const last = shape.paths[1]?.d.split(/[ML]/)[2]?.split(' ').map(Number) ?? []
      const [dx = 0, dy = 0] = [at[0] + (last[0] ?? 0) - x, at[1] + (last[1] ?? 0) - y]
      expect(Math.hypot(dx, dy)).toBeLessThan(20)
    }
  })

  it('have no number over another', () => {
    const withNumber = [1, 0.5, 0.2, 0.1].map((scale) => {
      const project = (position: readonly [number, number]) => {
        const [x, y] = pixel(position)
        return { x: x * scale, y: y * scale }
      }
      const plates = placeDirections(figureOf(true).marks, { ...CAMERA, project }).flatMap(
        ({ at, shape: { text, width, height } }) =>
          text ? [rectangleAround(at, width / 2, height / 2)] : [],
      )
      for (const [index, plate] of plates.entries()) {
        for (const other of plates.slice(index + 1)) expect(overlap(plate, other)).toBe(false)
      }
      return plates.length
    })
    expect(withNumber[0]).toBe(2)
    expect(withNumber[3]).toBeLessThan(2)
  })

  it('are only those of the selected report while the layer is off', () => {
    expect(linesOf(false)).toEqual([])
    expect(linesOf(false, 'back').map(({ direction }) => direction.rows.length)).toEqual([1])
    expect(linesOf(false, 'within')).toEqual([])
    expect(linesOf(false, 'mixed').map(({ direction }) => direction.isSaid)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('are in the picture, below the marks', () => {
    const scene = createScene(CAMERA, figureOf(true), (text) => text.length * 6)
    expect(scene.lines).toHaveLength(6)
    const svg = toSvg(scene)
    const [first] = scene.marks[0]?.shape.paths ?? []
    for (const { shape } of scene.lines) {
      const place = svg.indexOf(shape.paths.at(-1)?.d ?? '')
      expect(place).toBeGreaterThan(-1)
      expect(place).toBeLessThan(svg.lastIndexOf(first?.d ?? ''))
    }
  })
})
