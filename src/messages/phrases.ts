import { texts } from './compiled/en/phrases'
import { part } from './language'

/** Counts, dates and places in words, for several parts of the screen. */
export const phrases = part('phrases', texts)
