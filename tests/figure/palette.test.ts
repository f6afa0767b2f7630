import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { groupLooks } from '../../src/figure/groupColours'
import { findPalette } from '../../src/figure/palette'
import { onPaper } from '../../src/figure/picture/onPaper'
import { FILE_COLOURS, REST_COLOURS } from '../../src/model/own/ownColours'
import { CONFLICT } from '../support/conflict'

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')

/** The colours a block of tokens.css sets. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [
      name ?? '',
      hex ?? '',
    ]),
  )
}

/** Linear RGB as seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const VISIONS: readonly [string, ...(readonly number[])[]][] = [
  ['all cones', [1, 0, 0], [0, 1, 0], [0, 0, 1]],
  [
    'protanopia',
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    'deuteranopia',
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    'tritanopia',
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
]
const LUMINANCE = [0.2126, 0.7152, 0.0722]

function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}

/** WCAG 2.2, relative contrast. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b]
    .map((hex) => dot(LUMINANCE, linear(hex)))
    .sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** CIELAB under D65, so that distances are about what an eye sees. */
function lab(rgb: readonly number[]): number[] {
  const inside = rgb.map((value) => Math.min(1, Math.max(0, value)))
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
  const x = root(dot([0.4124, 0.3576, 0.1805], inside) / 0.95047)
  const y = root(dot(LUMINANCE, inside))
  const z = root(dot([0.0193, 0.1192, 0.9505], inside) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))
}

/** How far apart colours with the same cue are, and others. */
const SAME_CUE = 20
const OTHER_CUE = 10

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
] as const)('the %s palette', (theme, selector) => {
  const tokens = tokensOf(selector)
  const palette = findPalette(theme)

  it('has the colours of tokens.css', () => {
    expect(tokens.size).toBeGreaterThan(20)
    const wanted = {
      'map-water': palette.water,
      'map-land': palette.land,
      'map-border': palette.border,
      'map-rule': palette.rule,
      'map-label': palette.label,
      ink: palette.ink,
      'ink-2': palette.inkSecond,
      'ink-3': palette.inkThird,
      'paper-raised': palette.raised,
    }
    expect(Object.fromEntries(tokens)).toMatchObject(wanted)
    expect(palette.ramp).toEqual([1, 2, 3, 4, 5].map((step) => tokens.get(`ramp-${step}`)))
    for (const [id, colour] of Object.entries(palette.agreement)) {
      expect(colour).toBe(tokens.get(`agreement-${id}`))
    }
  })

  // A mark's band touches its rim, which has the land's colour, and its middle, whatever the district's class.
  it.each(
    (['party', 'accused', 'agreement'] as const).flatMap((colouring) =>
      groupLooks(CONFLICT, colouring, palette.theme),
    ),
  )('shows $id on the mark that it is part of', ({ colour }) => {
    for (const ground of [palette.land, palette.raised]) {
      expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(VISIONS)('tells groups from one another and from the ramp with %s', (_, ...matrix) => {
    const seen = (hex: string) => lab(matrix.map((row) => dot(row, linear(hex))))
    const apart = (a: string, b: string) => distance(seen(a), seen(b))
    const agreement = Object.values(palette.agreement)
    agreement.forEach((colour, index) => {
      for (const other of agreement.slice(index + 1)) {
        expect(apart(colour, other)).toBeGreaterThan(20)
      }
      for (const step of palette.ramp) expect(apart(colour, step)).toBeGreaterThan(15)
    })
    FILE_COLOURS.forEach(({ colour, cue }, index) => {
      for (const other of FILE_COLOURS.slice(index + 1)) {
        const min = cue === other.cue ? SAME_CUE : OTHER_CUE
        expect(apart(colour[theme], other.colour[theme])).toBeGreaterThan(min)
      }
      for (const step of palette.ramp) expect(apart(colour[theme], step)).toBeGreaterThan(OTHER_CUE)
    })
  })

  it('shows the terms of a file on marks', () => {
    for (const { colour } of [...FILE_COLOURS, ...Object.values(REST_COLOURS)]) {
      for (const ground of [palette.land, palette.raised]) {
        expect(contrast(colour[theme], ground)).toBeGreaterThanOrEqual(3)
      }
    }
  })
})

test.each([
  ['party', CONFLICT],
  ['accused', CONFLICT],
  ['party', { ...CONFLICT, parties: FILE_COLOURS.map((look, id) => ({ ...look, id: `${id}` })) }],
] as const)('tells each %s apart on a black and white print', (colouring, conflict) => {
  const looks = groupLooks(onPaper(conflict as typeof CONFLICT), colouring, 'light')
  const lightness = (hex: string) => lab(linear(hex))[0] ?? 0
  looks.forEach(({ colour, cue }, index) => {
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(2.8)
    for (const other of looks.slice(index + 1)) {
      const apart = Math.abs(lightness(colour) - lightness(other.colour))
      expect(apart > 9 || cue !== other.cue).toBe(true)
    }
  })
})
