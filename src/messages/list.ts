import { texts } from './compiled/en/list'
import { part } from './language'

/** The list of reports. */
export const list = part('list', texts)
