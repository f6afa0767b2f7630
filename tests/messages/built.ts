import { LANGUAGES, loadLanguage } from '../../src/messages/language'
import { panel } from '../../src/messages/panel'

/** The entry of a build of the catalogue alone. */
export { LANGUAGES, loadLanguage, panel }
