import { showPane } from '../../app/actions'

/** Opens "About the data" from anywhere on the screen. */
export function openAbout(): void {
  showPane('about', true)
}
