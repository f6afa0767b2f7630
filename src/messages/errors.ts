import { texts } from './compiled/en/errors'
import { part } from './language'

/** Why a file cannot be opened, loaded or kept. */
export const errors = part('errors', texts)
