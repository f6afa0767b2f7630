import { texts } from './compiled/en/phrases'
import { part } from './language'

/** Counts, dates and places in words, as several parts of the screen say them. */
export const phrases = part('phrases', texts)
