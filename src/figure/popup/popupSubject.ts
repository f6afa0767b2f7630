import type { FeatureCollection } from 'geojson'
import type { Position } from '../../model/place'
import type { Selection } from '../../model/view'
import type { Dataset } from '../../store/dataset'
import { findBox } from '../fit'
import { scaleAt } from '../layout/avoid'
import { halfWidth } from '../markPicture'
import { findHaloed, type Mark } from '../marks'
import type { Label } from '../names/labels'
import { grow, type Rectangle, rectangleAround } from '../names/rectangle'
import { selectedFeatures, selectedLabelPoints, selectedPositions } from '../selected'
import { placeMark, type Viewport } from '../visibleMarks'

/** A point without a mark takes as much room as a mark would, px. */
const REACH = 20
/** px. */
const HALO = 6

/** What is on the map. */
export interface Shown {
  readonly marks: readonly Mark[]
  readonly labels: readonly Label[]
  readonly districts: FeatureCollection
}

/**
 * What a selection is about as the map shows it, px, most important first: its place, marks, their
 * names, those of its districts, the districts, and at last all other places that it names.
 */
export function findSubject(
  dataset: Dataset,
  selection: Selection | null,
  { marks, labels, districts }: Shown,
  viewport: Viewport,
): Rectangle[] {
  const features = selectedFeatures(dataset, selection)
  const positions = selectedPositions(dataset, selection)
  const haloed = findHaloed(marks, features)
  const own = marks.filter(({ id }) => haloed.has(id))
  const namesAt = (places: readonly Position[]) => {
    const wanted = new Set(places.map(String))
    return labels
      .filter(({ place }) => wanted.has(String(place)))
      .map((label) => labelBox(label, viewport))
  }
  const scale = scaleAt(viewport.zoom)
  const [first, ...others] = positions.map((position) =>
    rectangleAround(pixelOf(viewport, position), REACH),
  )
  return [
    ...(first ? [first] : []),
    ...own.map((mark) => {
      const { x, y } = placeMark(mark, viewport)
      const { picture } = mark
      return grow(rectangleAround([x, y], halfWidth(picture) * scale, picture.radius * scale), HALO)
    }),
    ...namesAt([...positions, ...own.map(({ at }) => at)]),
    ...namesAt(selectedLabelPoints(dataset, selection)),
    ...[...features.areas].flatMap((id) => {
      const box = findBox(districts, ({ properties }) => properties?.id === id)
      if (!box) return []
      const [west, south, east, north] = box
      const [left, top] = pixelOf(viewport, [west, north])
      const [right, bottom] = pixelOf(viewport, [east, south])
      return [{ left, top, right, bottom }]
    }),
    ...others,
  ]
}

/** What a label covers where the map is now. */
function labelBox({ place, at, box }: Label, viewport: Viewport): Rectangle {
  const [x, y] = pixelOf(viewport, place)
  const [right, down] = [x - at[0], y - at[1]]
  const { left, top } = box
  return {
    left: left + right,
    top: top + down,
    right: box.right + right,
    bottom: box.bottom + down,
  }
}

function pixelOf(viewport: Viewport, position: Position): readonly [number, number] {
  const { x, y } = viewport.project(position)
  return [x, y]
}
