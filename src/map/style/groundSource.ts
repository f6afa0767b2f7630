import type { FeatureCollection } from 'geojson'
import type { FilterSpecification, GeoJSONSourceSpecification } from 'maplibre-gl'
import type { Geography } from '../../figure/figure'
import { map as texts } from '../../messages/compiled/map'
import type { Conflict } from '../../model/conflict'
import type { GroundId } from '../../model/ground'
import { GROUND_SOURCE } from './layerIds'

/** The geography and its origin. */
export interface Sources extends Geography {
  /** Whose geometry each layer is; shown by the map's attribution control. */
  readonly credits: Credits
  /** They are from the reader's own file, in place of the site's. */
  readonly areOwn?: boolean
  /** Land and borders of the world are around it. */
  readonly hasWorld?: boolean
}

export type Credits = NonNullable<Conflict['mapCredits']>

/** What a feature of the ground belongs to. */
type Part = GroundId | 'districts'

/** Parts that are names, which are drawn over the map. */
const NAMES: readonly Part[] = ['towns', 'labels']

/**
 * All that never changes, as one source: from each source to the next the map draws a mask over the
 * whole screen, which without a graphics processor was a fifth of a frame. `credit`, as text, is
 * put behind those of the geometry.
 */
export function groundSource(sources: Sources, credit = ''): GeoJSONSourceSpecification {
  const parts = listParts(sources)
  const features = parts
    .filter(([part]) => !NAMES.includes(part))
    .flatMap(([part, { features }]) =>
      features.map((feature) => ({ ...feature, properties: { ...feature.properties, part } })),
    )
  return {
    type: 'geojson',
    data: { type: 'FeatureCollection', features },
    // Feature state finds districts by it: GeoJSON ids that are strings do not survive tiling.
    promoteId: 'id',
    attribution: [...listCredits(sources), credit].filter(Boolean).map(escapeHtml).join(' | '),
  }
}

/** Whose the geometry is. */
export function listCredits(sources: Sources): string[] {
  const { credits, areOwn, hasWorld } = sources
  const own = listParts(sources).flatMap(([part]) =>
    part === 'districts' ? creditsOfDistricts(credits, areOwn) : creditOf(credits, part),
  )
  return [...own, hasWorld ? texts.creditWorld() : ''].filter(Boolean)
}

function listParts({ districts, ground }: Sources) {
  return Object.entries({ districts, ...ground }) as [Part, FeatureCollection][]
}

function creditOf(credits: Credits, part: Part): string[] {
  const known: Readonly<Partial<Record<Part, string>>> = credits
  // Borders are credited only beside districts of another origin.
  return part === 'borders' ? [] : [known[part] ?? '']
}

function creditsOfDistricts(credits: Credits, areOwn = false): string[] {
  return areOwn ? [texts.creditYourFile(), credits.borders ?? ''] : [credits.districts ?? '']
}

/** The attribution control takes HTML; credits are text. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

/** What a layer of one part reads, or of those of its features that pass a filter. */
export function ofPart(
  part: Part,
  passing?: FilterSpecification,
): { readonly source: string; readonly filter: FilterSpecification } {
  const isPart: FilterSpecification = ['==', ['get', 'part'], part]
  const filter = passing ? (['all', isPart, passing] as FilterSpecification) : isPart
  return { source: GROUND_SOURCE, filter }
}
