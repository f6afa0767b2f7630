import type { Dataset } from '../store/dataset'

/** With more settlements than this a mark for each would cover the map. */
const MAX_MARKS = 300

/** Whether a dataset has so many settlements that the map counts them by cells. */
export function hasManySites({ sites }: Pick<Dataset, 'sites'>): boolean {
  return sites.length > MAX_MARKS
}
