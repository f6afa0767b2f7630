import { texts } from './compiled/en/links'
import { part } from './language'

/** Notes above the map: what is wrong with a link, and what could not be loaded. */
export const links = part('links', texts)
