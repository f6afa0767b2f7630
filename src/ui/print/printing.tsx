import { render } from 'preact'
import '../../styles/print.css'
import { PrintSheet } from './PrintSheet'

/** Prints a sheet for paper in place of the screen. */
export function followPrint(): void {
  const place = document.createElement('div')
  place.className = 'print-sheet'
  // First, because its hatches have the names of those on the screen.
  document.body.prepend(place)
  addEventListener('beforeprint', () => render(<PrintSheet />, place))
  addEventListener('afterprint', () => render(null, place))
}
