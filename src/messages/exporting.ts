import { texts } from './compiled/en/exporting'
import { part } from './language'

/** The export menu, and messages about saved files. */
export const exporting = part('exporting', texts)
