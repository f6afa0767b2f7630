import { texts } from './compiled/en/page'
import { part } from './language'

/** The page as a whole, and texts of several parts of the screen. */
export const page = part('page', texts)
