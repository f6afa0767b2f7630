import { texts } from './compiled/en/timeline'
import { part } from './language'

/** The timeline. */
export const timeline = part('timeline', texts)
