import type { FeatureCollection } from 'geojson'
import { GROUND, type GroundId } from '../figure/ground/groundStyle'
import { errorText } from '../issues/errorText'
import { map as texts } from '../messages/map'
import { DATA, loadJson } from '../open/fetchFile'
import type { Sources } from './style/groundSource'

/**
 * Loads the districts and the embedded base map. Never rejects: what cannot be had, or is not GeoJSON, is
 * reported by name and left out, and the map draws the rest. `outlines` stand in for the site's districts.
 */
export async function loadGeodata(
  problem: (message: string) => void,
  credits: Sources['credits'],
  outlines: FeatureCollection | null = null,
): Promise<Sources> {
  const load = async (url: string): Promise<FeatureCollection | null> => {
    try {
      const json = await loadJson(url)
      if (isFeatureCollection(json)) return json
      problem(texts.notGeoJson({ url }))
    } catch (error) {
      problem(errorText(error))
    }
    return null
  }
  const [districts, ...layers] = await Promise.all([
    outlines ?? load(`${DATA}districts.geojson`),
    ...GROUND.map((name) => load(`${DATA}basemap/${name}.geojson`)),
  ])
  const ground: Partial<Record<GroundId, FeatureCollection>> = {}
  GROUND.forEach((name, index) => {
    const layer = layers[index]
    if (layer) ground[name] = layer
  })
  return {
    ground,
    districts: districts ?? { type: 'FeatureCollection', features: [] },
    credits,
    areOwn: outlines !== null,
  }
}

function isFeatureCollection(json: unknown): json is FeatureCollection {
  return (
    typeof json === 'object' &&
    json !== null &&
    'type' in json &&
    json.type === 'FeatureCollection' &&
    'features' in json &&
    Array.isArray(json.features)
  )
}
