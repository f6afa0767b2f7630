import { texts } from './compiled/en/lead'
import { part } from './language'

/** Which records are shown, and the dialogs about them before their contents are loaded. */
export const lead = part('lead', texts)
