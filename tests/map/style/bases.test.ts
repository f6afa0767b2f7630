import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findPalette } from '../../../src/figure/palette'
import { type Base, createBaseSwitch } from '../../../src/map/style/bases'
import { givenId } from '../../../src/map/style/layerIds'
import { SOURCES_LOADED } from '../fixtures'

const STYLE = { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background' }] }
const BASES = [
  { id: 'one', name: 'One', style: 'https://one.example/style' },
  { id: 'two', name: 'Two', style: 'https://two.example/style', theme: 'dark' as const },
]
const look = { palette: findPalette('light'), hidden: new Set<never>() }

/** Requests that the test answers by hand, so that their order is decided, not raced. */
function controlledFetch() {
  const asked: string[] = []
  const waiting = new Map<string, (response: Response) => void>()
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    return new Promise((resolve) => waiting.set(url, resolve))
  })
  return {
    asked: () => asked,
    answer(url: string, body: unknown, status = 200) {
      waiting.get(url)?.(new Response(JSON.stringify(body), { status }))
    },
  }
}

describe('createBaseSwitch', () => {
  let shown: Base[]
  let problems: string[]
  let network: ReturnType<typeof controlledFetch>
  let bases: ReturnType<typeof createBaseSwitch>

  beforeEach(() => {
    shown = []
    problems = []
    network = controlledFetch()
    bases = createBaseSwitch(
      SOURCES_LOADED,
      BASES,
      (base) => shown.push(base),
      (message) => problems.push(message),
    )
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  async function showOne(): Promise<void> {
    const before = shown.length
    bases.choose('one')
    network.answer(BASES[0]?.style ?? '', STYLE)
    await vi.waitFor(() => expect(shown).toHaveLength(before + 1))
  }

  it('shows the chosen one with our layers on it, in its own tone', async () => {
    bases.choose('two')
    network.answer(BASES[1]?.style ?? '', STYLE)
    await vi.waitFor(() => expect(shown).toHaveLength(1))
    expect(shown[0]).toMatchObject({ id: 'two', theme: 'dark' })
    const ids = shown[0]?.style(look).layers.map(({ id }) => id)
    expect(ids?.[0]).toBe('ground')
    expect(ids).toContain(givenId('active'))
  })

  it('asks and complains once, however often the same choice is repeated', () => {
    bases.choose('one')
    bases.choose('one')
    expect(network.asked()).toHaveLength(1)
    bases.choose('three')
    bases.choose('three')
    expect(problems).toHaveLength(1)
  })

  it('shows the last one asked for, whatever arrives first', async () => {
    bases.choose('one')
    bases.choose('two')
    network.answer(BASES[1]?.style ?? '', STYLE)
    await vi.waitFor(() => expect(shown).toHaveLength(1))
    network.answer(BASES[0]?.style ?? '', STYLE)
    await new Promise((resolve) => setTimeout(resolve))
    expect(shown.map(({ id }) => id)).toEqual(['two'])
  })

  it.each([
    ['an error', {}, 500],
    ['something that is no style', { hello: 1 }, 200],
  ])('keeps what is on the screen and says why, when the answer is %s', async (_, body, status) => {
    bases.choose('one')
    network.answer(BASES[0]?.style ?? '', body, status)
    await vi.waitFor(() => expect(problems).toHaveLength(1))
    expect(problems[0]).toContain('"One"')
    expect(shown).toEqual([])
  })

  it('falls back on the embedded one when it is chosen, or the next choice is unknown', async () => {
    bases.choose('embedded')
    expect([network.asked(), shown]).toEqual([[], []])
    await showOne()
    bases.choose('embedded')
    await showOne()
    bases.choose('three')
    expect(shown.map(({ id }) => id)).toEqual(['one', 'embedded', 'one', 'embedded'])
    expect(network.asked()).toEqual([BASES[0]?.style, BASES[0]?.style])
    expect(problems).toEqual([expect.stringContaining('"three"')])
  })

  it('shows nothing any more once it is removed', async () => {
    bases.choose('one')
    bases.remove()
    network.answer(BASES[0]?.style ?? '', STYLE)
    await new Promise((resolve) => setTimeout(resolve))
    expect(shown).toEqual([])
  })
})
