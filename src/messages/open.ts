import { texts } from './compiled/en/open'
import { part } from './language'

/** Opening files, what was found in them, and what this browser stores. */
export const open = part('open', texts)
