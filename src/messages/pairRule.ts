import { texts } from './compiled/en/pairRule'
import { part } from './language'

/** How reports of opposite sides are paired, next to such a pair. */
export const pairRule = part('pairRule', texts)
