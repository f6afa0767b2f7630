import { texts } from './compiled/en/share'
import { part } from './language'

/** Links and embedded maps. Loaded with their dialog. */
export const share = part('share', texts)
