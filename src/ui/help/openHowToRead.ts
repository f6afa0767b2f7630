import { showPane } from '../../app/actions'

/** Opens "How to read this map" from anywhere on the screen. */
export function openHowToRead(): void {
  showPane('help', true)
}
