import { texts } from './compiled/en/picture'
import { part } from './language'

/** The picture of the map. Loaded with it. */
export const picture = part('picture', texts)
