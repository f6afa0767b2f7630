import { expect, test } from 'vitest'
import { type Name, placeNames } from '../../src/figure/names/labels'
import { NAME_STYLES, type NamePlace } from '../../src/figure/names/nameStyle'
import { isInside } from '../../src/figure/names/rectangle'

const VIEW = { left: 0, top: 0, right: 200, bottom: 60 }
const MARK = { ...VIEW, left: 80, area: null }
const NAME: Name = {
  place: [0, 0],
  at: [100, 30],
  forms: [{ text: [[{ text: 'Aghdam', isBold: true, colour: 'label' }]], places: [] }],
  style: NAME_STYLES.focus,
  size: 14,
  isNeeded: true,
  dot: 0,
}
const measure = (text: string) => 8 * text.length

test.each([
  ['outside the view', ['center', [150, -80]], []],
  ['mostly outside', ['center', [95, 0]], []],
  ['under a tool', ['center', [-60, 0]], [{ left: 0, top: 0, right: 80, bottom: 60 }]],
] as const)('a needed name is rather on marks than %s', (_, hidden, covered) => {
  const places: NamePlace[] = [hidden, ['center', [20, 0]]]
  const forms = NAME.forms.map((form) => ({ ...form, places }))
  const room = { marks: [MARK], covered, view: VIEW }
  const { labels } = placeNames([{ ...NAME, forms }], room, measure)
  expect(labels.map(({ x }) => x)).toEqual([120])
  expect(labels.every(({ box }) => isInside(box, VIEW))).toBe(true)
})
