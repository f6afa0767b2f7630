import { texts } from './compiled/en/lead'
import { part } from './language'

/** Which records are shown; also the titles of dialogs whose contents load later. */
export const lead = part('lead', texts)
