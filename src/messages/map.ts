import { texts } from './compiled/en/map'
import { part } from './language'

/** The map itself. Loaded with it. */
export const map = part('map', texts)
