import { texts } from './compiled/en/fileErrors'
import { part } from './language'

/** Why a file of the user cannot be opened or stored. Loaded with the code that opens files. */
export const fileErrors = part('fileErrors', texts)
