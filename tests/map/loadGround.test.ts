import { afterEach, describe, expect, it, vi } from 'vitest'
import { GROUND } from '../../src/figure/ground/groundStyle'
import { loadGeodata } from '../../src/map/loadGround'
import { DISTRICTS } from './fixtures'

/** Answers by file name; anything else is a small layer. */
function serve(answers: Readonly<Record<string, Response>>): void {
  const layer = { type: 'FeatureCollection', features: [] }
  vi.stubGlobal('fetch', async (url: string) => {
    const name = Object.keys(answers).find((each) => url.endsWith(each))
    return (name && answers[name]) || new Response(JSON.stringify(layer))
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('loadGeodata', () => {
  it('has the districts and every layer of the base map', async () => {
    serve({ 'districts.geojson': new Response(JSON.stringify(DISTRICTS)) })
    const problems: string[] = []
    const sources = await loadGeodata((message) => problems.push(message), {})
    expect(sources.districts).toEqual(DISTRICTS)
    expect(Object.keys(sources.ground)).toEqual([...GROUND])
    expect(problems).toEqual([])
  })

  it('reports what is missing or broken by name and goes on without it', async () => {
    serve({
      'districts.geojson': new Response('', { status: 404 }),
      'water.geojson': new Response('{"type":"Nonsense"}'),
      'towns.geojson': new Response('not JSON'),
    })
    const problems: string[] = []
    const sources = await loadGeodata((message) => problems.push(message), {})
    expect(sources.districts.features).toEqual([])
    expect(Object.keys(sources.ground)).not.toContain('water')
    expect(Object.keys(sources.ground)).not.toContain('towns')
    expect(Object.keys(sources.ground)).toContain('sea')
    for (const name of ['districts', 'water', 'towns']) {
      expect(problems.some((message) => message.includes(`${name}.geojson`))).toBe(true)
    }
  })
})
