import type { FeatureCollection } from 'geojson'
import type { LanguageId } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { LayerId, Selection, Theme } from '../model/view'
import { countCells } from '../query/countCells'
import { areasOnFile } from '../query/groups'
import { hasManySites } from '../query/sites'
import type { Camera } from './camera'
import { type CellFrame, findFrame } from './cellFrame'
import { placeCells } from './cellMarks'
import type { GroundId } from './ground/groundStyle'
import {
  type AreaPlace,
  findCircles,
  type Mark,
  type MarkScene,
  type MarkValues,
  placeAreas,
} from './marks'
import { selectedFeatures } from './selected'
import { type District, type DistrictState, districtStates, readDistricts } from './shading'
import { placeSites, type SitePlace } from './siteMarks'

/** Loaded geometry: what could not be loaded is missing, and so is all that is drawn of it. */
export interface Geography {
  readonly ground: Readonly<Partial<Record<GroundId, FeatureCollection>>>
  readonly districts: FeatureCollection
}

export interface DistrictLooks {
  readonly states: ReadonlyMap<AreaId, DistrictState>
  readonly selected: ReadonlySet<AreaId>
  readonly hovered: AreaId | null
}

/** All that the map shows, before it is laid out for a camera. */
export interface Figure extends PlacedMarks {
  readonly geography: Geography
  readonly districts: DistrictLooks
  /** Those that are not switched off. */
  readonly marks: MarkScene
  readonly lang: LanguageId
  readonly hidden: ReadonlySet<LayerId>
}

/** What a figure follows from, beside its geography. */
export interface FigureValues extends MarkValues {
  readonly selection: Selection | null
  readonly hovered: AreaId | null
  readonly theme: Theme
  readonly hidden: ReadonlySet<LayerId>
}

/** Where all marks of a slice go; those that are switched off too. */
export interface PlacedMarks {
  readonly areas: readonly AreaPlace[]
  readonly sites: readonly SitePlace[]
  /** In place of sites. */
  readonly cells: readonly Mark[]
}

/** `frame`: what the cells of very many sites are counted for; null where each site has a mark. */
export function placeMarks(
  districts: readonly District[],
  values: FigureValues,
  frame: CellFrame | null,
): PlacedMarks {
  const { dataset, slice, colouring, hidden } = values
  // Of a few sites each stays where it is, and rings avoid them. Cells avoid rings.
  if (frame) {
    const areas = placeAreas(districts, values, [])
    const rings = hidden.has('marks') ? [] : areas.flatMap(({ mark }) => mark ?? [])
    const cells = countCells(dataset, slice, frame.level, frame.box, colouring)
    return { areas, sites: [], cells: placeCells(cells, values, rings, frame.level) }
  }
  const sites = placeSites(values)
  const fixed = hidden.has('settlements') ? [] : sites.map(({ mark }) => mark)
  return { areas: placeAreas(districts, values, findCircles(fixed)), sites, cells: [] }
}

/** The marks that are not switched off. */
function listMarks({ areas, sites, cells }: PlacedMarks, hidden: ReadonlySet<LayerId>): Mark[] {
  return [
    ...(hidden.has('marks') ? [] : areas.flatMap(({ mark }) => mark ?? [])),
    ...(hidden.has('settlements') ? [] : [...sites.map(({ mark }) => mark), ...cells]),
  ]
}

/** The figure of a slice. Of very many sites it has the marks for one camera. */
export function createFigure(values: FigureValues, geography: Geography, camera: Camera): Figure {
  const { dataset, slice, selection, hovered } = values
  const districts = readDistricts(geography.districts)
  const frame = hasManySites(dataset) ? findFrame(camera) : null
  return {
    ...composeFigure(values, placeMarks(districts, values, frame), geography),
    districts: {
      states: districtStates(districts, slice, areasOnFile(dataset)),
      selected: selectedFeatures(dataset, selection).areas,
      hovered,
    },
  }
}

/** All that stands over the ground. */
export function composeFigure(
  { dataset, colouring, theme, lang, hidden, selection }: FigureValues,
  placed: PlacedMarks,
  geography: Geography,
): Omit<Figure, 'districts'> {
  const selected = selectedFeatures(dataset, selection)
  return {
    ...placed,
    geography,
    marks: {
      marks: listMarks(placed, hidden),
      selected: new Set([...selected.areas, ...selected.sites]),
      conflict: dataset.conflict,
      colouring,
      theme,
    },
    lang,
    hidden,
  }
}
