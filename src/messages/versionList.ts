import { texts } from './compiled/en/versionList'
import { part } from './language'

/** The page of versions. */
export const versionList = part('versionList', texts)
