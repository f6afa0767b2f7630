import { panel } from '../../src/messages/compiled/panel'
import { LANGUAGES, loadLanguage } from '../../src/messages/language'

/** The entry of a build of the catalogue alone. */
export { LANGUAGES, loadLanguage, panel }
