import type { Dataset } from '../store/dataset'

/** With more settlements than this a mark for each would cover the map. */
const MOST_MARKS = 300

/** Whether a dataset has so many settlements that the map draws points, or squares for many of them, instead of marks. */
export function hasManySpots({ spots }: Pick<Dataset, 'spots'>): boolean {
  return spots.length > MOST_MARKS
}
