import { distance } from '@turf/turf'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitBounds, unproject, WORLD_LIMIT } from '../../src/figure/camera'
import { createFigure } from '../../src/figure/figure'
import { createPicture } from '../../src/figure/picture/createPicture'
import { FRAMES } from '../../src/figure/picture/frames'
import { layOutPage } from '../../src/figure/picture/layOutPage'
import { type LegendKey, listKeys } from '../../src/figure/picture/legendKeys'
import type { Day } from '../../src/model/day'
import { unfiltered } from '../../src/query/conditions'
import { sliceDataset } from '../../src/query/sliceDataset'
import { values } from '../map/fixtures'
import { runs } from '../propertyRuns'
import { realDataset } from '../support/fixtures'
import { realGeography } from '../support/geography'

const DATASET = realDataset()
const GEOGRAPHY = realGeography()
/** Every letter as wide as a broad one. */
const measure = (text: string, size: number) => text.length * size * 0.6
const words = fc
  .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(' '))
const frame = fc.oneof(
  fc.constantFrom(...Object.values(FRAMES)),
  fc.record({
    width: fc.integer({ min: 300, max: 2000 }),
    height: fc.integer({ min: 300, max: 2000 }),
    zoom: fc.constant(1),
    isMap: fc.constant(true),
  }),
)
const key: fc.Arbitrary<LegendKey> = fc.record({
  paths: fc.constant([]),
  numbers: fc.constant([]),
  width: fc.integer({ min: 8, max: 120 }),
  height: fc.integer({ min: 8, max: 20 }),
  text: words,
})

it('keeps the texts of a picture apart, inside it and off the map, and loses no word', () => {
  fc.assert(
    fc.property(
      frame,
      words,
      fc.array(words, { maxLength: 4 }),
      fc.array(key, { maxLength: 14 }),
      (frame, title, lines, keys) => {
        const page = layOutPage(frame, { title, lines, foot: lines }, keys, measure)
        const boxes = page.lines.map(({ x, y, text, size }) => {
          return {
            left: x,
            top: y - size * 0.8,
            right: x + measure(text, size),
            bottom: y + size * 0.2,
          }
        })
        for (const [index, one] of boxes.entries()) {
          expect(one.left).toBeGreaterThan(0)
          expect(one.right).toBeLessThan(page.width)
          expect(one.top).toBeGreaterThan(0)
          expect(one.bottom).toBeLessThan(page.height + 0.01)
          const others = [
            ...boxes.slice(index + 1),
            ...(page.map.height > 0 ? [asBox(page.map)] : []),
          ]
          for (const other of others) expect(isApart(one, other)).toBe(true)
        }
        const written = page.lines.flatMap(({ text }) => text.split(' ')).sort()
        const asked = [title, ...lines, ...lines, ...keys.map(({ text }) => text)]
          .join(' ')
          .split(' ')
        expect(written).toEqual(asked.sort())
        if (!frame.isMap) {
          expect(page.width * page.zoom).toBeCloseTo(frame.width)
        }
      },
    ),
    { numRuns: runs(200) },
  )
})

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function asBox({
  x,
  y,
  width,
  height,
}: {
  x: number
  y: number
  width: number
  height: number
}): Box {
  return { left: x, top: y, right: x + width, bottom: y + height }
}

function isApart(one: Box, other: Box): boolean {
  const beside = one.right <= other.left || other.right <= one.left
  return beside || one.bottom <= other.top || other.bottom <= one.top
}

it('has a scale bar as long as the distance that it says', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -70, max: 70, noNaN: true }),
      fc.double({ min: 3, max: 13, noNaN: true }),
      (lat, zoom) => {
        const camera = { center: [46, lat] as const, zoom, width: 600, height: 400 }
        const shown = values(
          DATASET,
          sliceDataset(DATASET, unfiltered({ from: 0 as Day, to: 0 as Day })),
        )
        const bar = listKeys(shown, createFigure(shown, GEOGRAPHY, camera), camera).at(-1)
        const km = Number(bar?.text.replace(/[^\d.]/g, ''))
        const ends = [300, 301].map((x) => [...unproject(camera, [x, 200])])
        const onePx = distance(ends[0] ?? [], ends[1] ?? [])
        expect(((bar?.width ?? 0) * onePx) / km).toBeCloseTo(1, 1)
        expect(bar?.width).toBeLessThanOrEqual(110)
      },
    ),
    { numRuns: runs(20) },
  )
})

it('explains in its legend all that it shows, and nothing else', () => {
  const shown = values(
    DATASET,
    sliceDataset(DATASET, unfiltered({ from: 19248 as Day, to: 19254 as Day })),
  )
  for (const frame of Object.values(FRAMES)) {
    const { svg, width, height } = createPicture(
      {
        frame,
        words: { title: 'Title', lines: [], foot: ['Foot'] },
        values: shown,
        geography: GEOGRAPHY,
        camera: fitBounds([44, 38, 48, 41], { width: 10, height: 10 }, NO_ROOM, 14),
        limit: WORLD_LIMIT,
        about: 'About',
      },
      measure,
    )
    expect([width, height]).toEqual([frame.width, frame.height])
    expect(svg).not.toMatch(/NaN|undefined|style/)
    expect(svg.includes('none on file at all')).toBe(svg.includes('url(#contactline-silent)'))
    expect(svg.includes('some approximate')).toBe(svg.includes('url(#contactline-approximate)'))
    expect(svg).toContain('Azerbaijan')
    expect(svg).not.toContain('direction of fire')
  }
})

const NO_ROOM = { top: 0, right: 0, bottom: 0, left: 0 }
