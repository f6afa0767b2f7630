import { texts } from './compiled/en/tools'
import { part } from './language'

/** The legend and the tools over the map, and what is there in place of a map. */
export const tools = part('tools', texts)
