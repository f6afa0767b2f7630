import file from '../../geodata/dataset.json'
import type { Conflict } from '../model/conflict'

/** The conflict of the records that ship with the site: checked by `contactline check`, so taken as it is. */
export const SHIPPED_CONFLICT = file as unknown as Conflict
