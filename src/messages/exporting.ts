import { texts } from './compiled/en/exporting'
import { part } from './language'

/** The export menu, and what is said of files that were saved. */
export const exporting = part('exporting', texts)
