import type { FeatureCollection } from 'geojson'
import { generalText } from '../issues/errorText'
import { loadGeometry } from '../open/loadGeometry'
import type { Sources } from './style/groundSource'

/**
 * The site's geometry, with `outlines` in place of its districts. Never rejects: what could not be
 * loaded is reported to `problem` and left out.
 */
export async function loadSources(
  problem: (message: string) => void,
  credits: Sources['credits'],
  outlines: FeatureCollection | null,
): Promise<Sources> {
  const { districts, ground, problems } = await loadGeometry()
  for (const each of problems) problem(generalText(each))
  return {
    ground,
    districts: outlines ?? districts ?? { type: 'FeatureCollection', features: [] },
    credits,
    areOwn: outlines !== null,
  }
}
