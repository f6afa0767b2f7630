import { texts } from './compiled/en/about'
import { part } from './language'

/** "About the data": what the records are, how to read and cite them. */
export const about = part('about', texts)
