import { customInfo, type DatasetInfo } from '../export/provenance'
import type { Part } from '../files/shownFile'
import { SHIPPED_CONFLICT } from './shippedConflict'

/** One of the datasets as a work. */
export function infoOf({ opened, folder, dataset }: Part): DatasetInfo {
  if (folder) return dataset.conflict
  return opened ? customInfo(SHIPPED_CONFLICT, opened.file.name, dataset.places) : SHIPPED_CONFLICT
}
