import '../../../src/styles/tokens.css'
import '@fontsource-variable/inter'
import { measureImport, readOnPage } from './importing'
import { measureMoves } from './moving'

/** What the measurements ask the page for. */
const measures = { measureImport, measureMoves, readOnPage }

declare global {
  interface Window {
    measures: typeof measures
  }
}

window.measures = measures
document.body.dataset.ready = 'true'
