import { texts } from './compiled/en/views'
import { part } from './language'

/** "Who says what" and "Sources": the views besides the list of reports. */
export const views = part('views', texts)
