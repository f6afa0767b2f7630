import { texts } from './compiled/en/commandLine'
import { part } from './language'

/** The command line. */
export const commandLine = part('commandLine', texts)
