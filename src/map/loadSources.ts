import type { FeatureCollection } from 'geojson'
import { withWorld } from '../figure/ground/worldGround'
import type { Reach } from '../figure/reach'
import { generalText } from '../issues/errorText'
import { loadGeometry, loadWorld } from '../open/loadGeometry'
import type { Sources } from './style/groundSource'

const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] }

/**
 * The site's geometry, with `outlines` in place of its districts, and the world around or in place
 * of it where a file reaches beyond it. Never rejects: what could not be loaded is reported to
 * `problem` and left out.
 */
export async function loadSources(
  problem: (message: string) => void,
  credits: Sources['credits'],
  outlines: FeatureCollection | null,
  { isBeyond, isElsewhere }: Reach,
): Promise<Sources> {
  const [shipped, world] = await Promise.all([loadGeometry(), isBeyond ? loadWorld() : null])
  const problems = [...shipped.problems, ...(world?.problems ?? [])]
  for (const each of problems) problem(generalText(each))
  const home = isElsewhere ? NONE : (shipped.districts ?? NONE)
  const ground = isElsewhere ? {} : shipped.ground
  return {
    ground: world ? withWorld(ground, world.ground) : ground,
    districts: outlines ?? home,
    credits: isElsewhere ? {} : credits,
    areOwn: outlines !== null,
    hasWorld: world !== null,
  }
}
