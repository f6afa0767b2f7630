import { describe, expect, it } from 'vitest'
import type { MarkPicture } from '../../../src/figure/markPicture'
import { covers } from '../../../src/map/marks/markPlace'

const picture = (shape: MarkPicture['shape'], text = ''): MarkPicture => ({
  shape,
  certain: [1],
  possible: [0],
  radius: 10,
  text,
})

describe('covers', () => {
  it('is the shape that is seen', () => {
    expect(covers(picture('ring'), [7, 7])).toBe(true)
    expect(covers(picture('ring'), [8, 8])).toBe(false)
    expect(covers(picture('bin', '117–120'), [25, 9])).toBe(true)
    expect(covers(picture('bin', '117–120'), [25, 11])).toBe(false)
    expect(covers(picture('bin', '7'), [25, 9])).toBe(false)
  })

  it('is generous with the smallest', () => {
    expect(covers(picture('diamond'), [12, 0])).toBe(true)
    expect(covers(picture('diamond'), [8, 8])).toBe(false)
  })
})
