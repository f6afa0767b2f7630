import type { FeatureCollection } from 'geojson'
import type { LanguageId } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { LayerId, Selection, Theme } from '../model/view'
import { areasOnFile } from '../query/groups'
import type { GroundId } from './ground/groundStyle'
import { type AreaPlace, findCircles, type MarkScene, type MarkValues, placeAreas } from './marks'
import { selectedFeatures } from './selected'
import { type DistrictState, districtStates, readDistricts } from './shading'
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

/** All that the map shows, whatever the camera. */
export interface Figure {
  readonly geography: Geography
  readonly districts: DistrictLooks
  readonly marks: MarkScene
  /** Districts and settlements to be named. */
  readonly areas: readonly AreaPlace[]
  readonly sites: readonly SitePlace[]
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

/** The figure of a slice, with a mark for each of its settlements. */
export function createFigure(values: FigureValues, geography: Geography): Figure {
  const { dataset, slice, colouring, theme, lang, hidden, selection, hovered } = values
  const districts = readDistricts(geography.districts)
  const selected = selectedFeatures(dataset, selection)
  const sites = hidden.has('settlements') ? [] : placeSites(values)
  const siteMarks = sites.map(({ mark }) => mark)
  const areas = placeAreas(districts, values, findCircles(siteMarks))
  const rings = hidden.has('marks') ? [] : areas.flatMap(({ mark }) => mark ?? [])
  return {
    geography,
    areas,
    sites,
    districts: {
      states: districtStates(districts, slice, areasOnFile(dataset)),
      selected: selected.areas,
      hovered,
    },
    marks: {
      marks: [...rings, ...siteMarks],
      selected: new Set([...selected.areas, ...selected.sites]),
      conflict: dataset.conflict,
      colouring,
      theme,
    },
    lang,
    hidden,
  }
}
