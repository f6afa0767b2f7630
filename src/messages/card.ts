import { texts } from './compiled/en/card'
import { part } from './language'

/** The card of a report or a district. */
export const card = part('card', texts)
