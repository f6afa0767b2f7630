import { texts } from './compiled/en/page'
import { part } from './language'

/** The page as a whole, and what several parts of the screen say. */
export const page = part('page', texts)
