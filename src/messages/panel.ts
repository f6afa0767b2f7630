import { texts } from './compiled/en/panel'
import { part } from './language'

/** The side panel. */
export const panel = part('panel', texts)
