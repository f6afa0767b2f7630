import { texts } from './compiled/en/remedies'
import { part } from './language'

/** What to do about an issue, by its code; missing where the text of the issue says it. */
export const remedies = part('remedies', texts)
