import { bbox } from '@turf/turf'
import type { Feature, FeatureCollection } from 'geojson'
import type { Box, Conflict } from '../model/conflict'
import type { AreaId } from '../model/ids'
import { type Camera, fitBounds, MAX_ZOOM, type Padding } from './camera'

/** Free room round what is fitted: a part of the smaller side, px. */
const ROOM = { part: 0.08, least: 16, most: 56 }
/**
 * A map this wide and high starts with its legend open over it, and this much of its right side
 * covered, px.
 */
const LEGEND = { from: 800, fromHeight: 340, width: 244 }
/** What the controls on the left of a map cover, px. */
export const CONTROLS = 56
/** A map this high keeps its tools and controls off what is fitted, px. */
const TOOLS = { from: 240, height: 76 }

/** The box round the districts that pass; null when none does. */
export function findBox(
  { features }: FeatureCollection,
  passes: (feature: Feature) => boolean,
): Box | null {
  const passing = features.filter(passes)
  const [west, south, east, north] = bbox({ type: 'FeatureCollection', features: passing })
  return west <= east ? [west, south, east, north] : null
}

/**
 * The box round every district with a report in the slice, so that the map shows all that is
 * counted. While there is none: the focus districts, or where they are when they could not be
 * loaded.
 */
export function reportsBox(
  districts: FeatureCollection,
  areas: ReadonlyMap<AreaId, unknown>,
  { focusBox }: Conflict,
): Box {
  return (
    findBox(districts, ({ properties }) => areas.has(properties?.id)) ??
    findBox(districts, ({ properties }) => properties?.focus === true) ??
    focusBox
  )
}

/** The camera that a map of that size shows a whole box with. */
export function fitCamera(box: Box, size: Pick<Camera, 'width' | 'height'>): Camera {
  return fitBounds(box, size, roomOf(size.width, size.height), MAX_ZOOM)
}

/**
 * Free room round a fitted box in a map of that size, px; more at the bottom for the tools, and on
 * the right where the legend is open.
 */
export function roomOf(width: number, height: number): Padding {
  const part = Math.min(width, height) * ROOM.part
  const room = Math.round(Math.min(ROOM.most, Math.max(ROOM.least, part)))
  const hasLegend = width >= LEGEND.from && height >= LEGEND.fromHeight
  const right = hasLegend ? LEGEND.width : room
  const [bottom, left] = height >= TOOLS.from ? [TOOLS.height, CONTROLS] : [room, room]
  return { top: room, right, bottom, left }
}
