import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PARTIES } from '../../src/data/vocabulary'
import { paletteOf } from '../../src/map/palette'

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

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
] as const)('the %s palette', (theme, selector) => {
  const tokens = tokensOf(selector)
  const palette = paletteOf(theme)

  it('has the colours of tokens.css', () => {
    expect(tokens.size).toBeGreaterThan(20)
    expect({
      'map-water': palette.water,
      'map-land': palette.land,
      'map-border': palette.border,
      'map-rule': palette.rule,
      'map-label': palette.label,
      ink: palette.ink,
      'ink-2': palette.inkSecond,
      'ink-3': palette.inkThird,
      'paper-raised': palette.raised,
    }).toEqual(
      Object.fromEntries(
        [
          'map-water',
          'map-land',
          'map-border',
          'map-rule',
          'map-label',
          'ink',
          'ink-2',
          'ink-3',
          'paper-raised',
        ].map((name) => [name, tokens.get(name)]),
      ),
    )
    expect(palette.ramp).toEqual([1, 2, 3, 4, 5].map((step) => tokens.get(`ramp-${step}`)))
    for (const { id } of PARTIES) expect(palette.parties[id]).toBe(tokens.get(`party-${id}`))
  })
})
