import { texts } from './compiled/en/tools'
import { part } from './language'

/** The legend, the tools over the map, and the text shown instead of a map. */
export const tools = part('tools', texts)
