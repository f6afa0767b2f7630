import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Camera, project, unproject } from '../../src/figure/camera'
import { grow, isInside, overlap, type Rectangle } from '../../src/figure/names/rectangle'
import { fitInto, frameOf, moveInto, placePopup } from '../../src/figure/popup/popupPosition'

const MAP = { width: 920, height: 580 }
const FRAME = frameOf(MAP)
const CARD = { width: 360, height: 400 }

const square = (x: number, y: number, half = 20): Rectangle => ({
  left: x - half,
  top: y - half,
  right: x + half,
  bottom: y + half,
})
const shifted = ({ left, top, right, bottom }: Rectangle, [x, y]: readonly [number, number]) => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
})
const boxAt = ([left, top]: readonly [number, number], { width, height } = CARD) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

/** Parts of 10 to 110 px, in the map or some way out of it. */
const part = fc
  .record({
    x: fc.integer({ min: -200, max: 1100 }),
    y: fc.integer({ min: -200, max: 800 }),
    half: fc.integer({ min: 5, max: 55 }),
  })
  .map(({ x, y, half }) => square(x, y, half))
const card = fc.record({
  width: fc.integer({ min: 200, max: 360 }),
  height: fc.integer({ min: 80, max: 500 }),
})

describe('placePopup', () => {
  it('covers nothing of one part, and has both in the frame', () => {
    fc.assert(
      fc.property(part, card, (subject, size) => {
        const { corner, move } = placePopup([subject], size, FRAME)
        const box = boxAt(corner, size)
        const moved = shifted(subject, move)
        expect(isInside(box, FRAME)).toBe(true)
        expect(isInside(moved, FRAME)).toBe(true)
        expect(overlap(box, moved)).toBe(false)
      }),
    )
  })

  it('does not move the map if some place is free as it is', () => {
    const grid = (from: number, to: number) =>
      Array.from({ length: Math.max(0, Math.floor((to - from) / 4) + 1) }, (_, n) => from + 4 * n)
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), card, (parts, size) => {
        fc.pre(parts.every((each) => isInside(each, FRAME)))
        // With the gap between, which the search of every place here knows nothing of.
        const grown = parts.map(({ left, top, right, bottom }) => ({
          left: left - 12,
          top: top - 12,
          right: right + 12,
          bottom: bottom + 12,
        }))
        const isFree = grid(FRAME.left, FRAME.right - size.width).some((x) =>
          grid(FRAME.top, FRAME.bottom - size.height).some(
            (y) => !grown.some((each) => overlap(each, boxAt([x, y], size))),
          ),
        )
        const { corner, move } = placePopup(parts, size, FRAME)
        if (!isFree) return
        expect(move).toEqual([0, 0])
        for (const each of parts) expect(overlap(each, boxAt(corner, size))).toBe(false)
      }),
    )
  })

  it('is beside the first part, and covers other things only if it must', () => {
    const subject = square(456, 290)
    const right = placePopup([subject], CARD, FRAME)
    expect(right.move).toEqual([0, 0])
    expect(right.corner).toEqual([488, 90])
    const legend = { left: 684, top: 12, right: 908, bottom: 266 }
    expect(placePopup([subject], CARD, FRAME, { read: [legend], pressed: [] }).corner[0]).toBe(64)
    // Rather than move the map far it covers what is read, but nothing that is pressed.
    const near = square(230, 290)
    const tall = { width: 440, height: 540 }
    const reading = { read: [legend], pressed: [] }
    expect(placePopup([near], tall, FRAME, reading).corner[0]).toBeGreaterThan(230)
    const pressing = { read: [], pressed: [legend] }
    expect(placePopup([near], tall, FRAME, pressing).corner[0]).toBeLessThan(230)
  })

  it('drops the last parts where there is no room for all', () => {
    const all = { left: -50, top: -50, right: 1000, bottom: 700 }
    expect(placePopup([square(456, 290), all], CARD, FRAME)).toEqual(
      placePopup([square(456, 290)], CARD, FRAME),
    )
    expect(placePopup([all], CARD, FRAME).corner).toEqual([FRAME.left, FRAME.top])
  })
})

describe('moveInto', () => {
  it('moves the map the least', () => {
    expect(moveInto([square(400, 300)], FRAME)).toEqual([0, 0])
    expect(moveInto([square(1200, -50)], FRAME)).toEqual([908 - 1220, 12 + 70])
  })
})

describe('fitInto', () => {
  it('shows all in the frame, no closer than before', () => {
    const camera: Camera = { center: [46.5, 39.8], zoom: 8, ...MAP }
    const free = { ...FRAME, bottom: 200 }
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const after = fitInto(parts, camera, free)
        expect(after.zoom).toBeLessThanOrEqual(camera.zoom)
        for (const { left, top, right, bottom } of parts) {
          const [west, north] = project(after, unproject(camera, [left, top]))
          const [east, south] = project(after, unproject(camera, [right, bottom]))
          const shown = { left: west, top: north, right: east, bottom: south }
          expect(isInside(shown, grow(free, 0.01))).toBe(true)
        }
      }),
    )
  })

  it('leaves the map alone where all is in the frame', () => {
    const camera: Camera = { center: [46.5, 39.8], zoom: 8, ...MAP }
    const { center, zoom } = fitInto([square(400, 300)], camera, FRAME)
    expect([...center, zoom]).toEqual([46.5, 39.8, 8].map((each) => expect.closeTo(each, 9)))
  })
})
