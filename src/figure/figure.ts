import type { FeatureCollection } from 'geojson'
import type { LanguageId } from '../model/conflict'
import type { GroundId } from '../model/ground'
import type { AreaId } from '../model/ids'
import type { LayerId, Selection, Theme } from '../model/view'
import { countCells } from '../query/countCells'
import { areasOnFile } from '../query/groups'
import type { Camera } from './camera'
import { type CellFrame, findFrame } from './cellFrame'
import { placeCells } from './cellMarks'
import { findDirections } from './directionLines'
import {
  type AreaPlace,
  findCircles,
  findHaloed,
  isBySquares,
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
export interface Figure extends Omit<PlacedMarks, 'marks'> {
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
  /** The reported direction of fire is shown for all reports, not only for the selected one. */
  readonly directions: boolean
}

/** Where all marks of a slice go; those that are switched off too. */
export interface PlacedMarks {
  readonly areas: readonly AreaPlace[]
  readonly sites: readonly SitePlace[]
  /** In place of very many sites. */
  readonly cells: readonly Mark[]
  /** Those of all these that are not switched off. */
  readonly marks: readonly Mark[]
}

/** Places the marks for a frame. */
export function placeMarks(
  districts: readonly District[],
  values: MarkValues & Pick<FigureValues, 'hidden'>,
  { box, level }: CellFrame,
): PlacedMarks {
  const { dataset, slice, colouring, hidden } = values
  // While settlements are switched off, their reports would be nowhere.
  const { points } = values
  const part = hidden.has('settlements') || points === null ? 'all' : 'districtOnly'
  // Rings avoid the marks of a few sites. Those of very many avoid rings.
  if (box) {
    const areas = placeAreas(districts, values, part, [], level)
    const rings = hidden.has('marks') ? [] : areas.flatMap(({ mark }) => mark ?? [])
    const counted = points ?? { dataset, slice }
    const cells = countCells(counted.dataset, counted.slice, level, box, colouring)
    return listMarks({ areas, sites: [], cells: placeCells(cells, values, rings, level) }, hidden)
  }
  const sites = placeSites(values, level)
  const fixed = hidden.has('settlements') ? [] : sites.map(({ mark }) => mark)
  const areas = placeAreas(districts, values, part, findCircles(fixed), level)
  return listMarks({ areas, sites, cells: [] }, hidden)
}

function listMarks(placed: Omit<PlacedMarks, 'marks'>, hidden: ReadonlySet<LayerId>): PlacedMarks {
  const { areas, sites, cells } = placed
  const marks = [
    ...(hidden.has('marks') ? [] : areas.flatMap(({ mark }) => mark ?? [])),
    ...(hidden.has('settlements') ? [] : [...sites.map(({ mark }) => mark), ...cells]),
  ]
  return { ...placed, marks }
}

/** The figure of a slice, with its marks laid out for a camera. */
export function createFigure(values: FigureValues, geography: Geography, camera: Camera): Figure {
  const { dataset, slice, selection, hovered } = values
  const districts = readDistricts(geography.districts)
  const placed = placeMarks(districts, values, findFrame(camera, isBySquares(values)))
  return {
    ...composeFigure(values, placed, geography),
    districts: {
      states: districtStates(districts, slice, areasOnFile(dataset)),
      selected: selectedFeatures(dataset, selection).areas,
      hovered,
    },
  }
}

/** All that stands over the ground. */
export function composeFigure(
  {
    dataset,
    slice,
    colouring,
    theme,
    lang,
    hidden,
    selection,
    directions,
  }: Omit<FigureValues, 'hovered'>,
  placed: PlacedMarks,
  geography: Geography,
): Omit<Figure, 'districts'> {
  const selected = selectedFeatures(dataset, selection)
  const lines = findDirections(dataset, slice, selection, directions)
  return {
    ...placed,
    geography,
    marks: {
      marks: placed.marks,
      directions: lines.directions,
      selected: new Set([...findHaloed(placed.marks, selected), ...lines.selected]),
      conflict: dataset.conflict,
      colouring,
      theme,
    },
    lang,
    hidden,
  }
}
