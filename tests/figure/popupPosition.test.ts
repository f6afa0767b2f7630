import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EDGE, panFor, popupPosition } from '../../src/figure/popupPosition'

const DESK = { x: 1080, y: 640 }
const PHONE = { x: 390, y: 500 }
const CARD = { x: 360, y: 300 }

describe('popupPosition', () => {
  it('stands to the right of its point, else to the left', () => {
    expect(popupPosition({ x: 300, y: 320 }, CARD, DESK).x).toBeGreaterThan(300)
    const left = popupPosition({ x: 800, y: 320 }, CARD, DESK)
    expect(left.x + CARD.x).toBeLessThan(800)
  })

  it('stands above or below where there is no room beside, and does not cover the point', () => {
    const card = { x: 320, y: 150 }
    const below = popupPosition({ x: 195, y: 100 }, card, PHONE)
    expect(below.y).toBeGreaterThan(100)
    const above = popupPosition({ x: 195, y: 400 }, card, PHONE)
    expect(above.y + card.y).toBeLessThan(400)
  })

  it('lies inside the map wherever its point is, if it fits at all', () => {
    const pointsIn = (min: number, x: number, y: number) =>
      fc.record({ x: fc.integer({ min, max: x }), y: fc.integer({ min, max: y }) })
    fc.assert(
      fc.property(pointsIn(-500, 1500, 1500), pointsIn(10, 380, 590), (point, card) => {
        const corner = popupPosition(point, card, DESK)
        expect(corner.x).toBeGreaterThanOrEqual(EDGE.left)
        expect(corner.y).toBeGreaterThanOrEqual(EDGE.top)
        expect(corner.x + card.x).toBeLessThanOrEqual(DESK.x - EDGE.right)
        expect(corner.y + card.y).toBeLessThanOrEqual(DESK.y - EDGE.bottom)
      }),
    )
  })

  it('keeps off the other points where it can', () => {
    const at = { x: 450, y: 380 }
    expect(popupPosition(at, CARD, DESK, []).x).toBeGreaterThan(at.x)
    expect(popupPosition(at, CARD, DESK, [at, { x: 640, y: 300 }]).x).toBeLessThan(at.x)
    const low = { x: 380, y: 400 }
    expect(popupPosition({ x: 200, y: 300 }, CARD, DESK, [low]).x).toBeGreaterThan(low.x)
  })

  it('starts at the top left when it is larger than the map', () => {
    expect(popupPosition({ x: 200, y: 200 }, { x: 900, y: 900 }, PHONE)).toEqual({
      x: EDGE.left,
      y: EDGE.top,
    })
  })
})

describe('panFor', () => {
  it('pans only for a point that is out of sight', () => {
    expect(panFor({ x: 500, y: 300 }, DESK)).toEqual({ x: 0, y: 0 })
    expect(panFor({ x: 1200, y: 300 }, DESK).x).toBeGreaterThan(0)
    expect(panFor({ x: 500, y: -50 }, DESK).y).toBeLessThan(0)
  })
})
