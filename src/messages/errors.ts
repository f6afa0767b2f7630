import { texts } from './compiled/en/errors'
import { part } from './language'

/** Why something cannot be loaded, drawn or saved. */
export const errors = part('errors', texts)
