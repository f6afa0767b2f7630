import { useMemo } from 'preact/hooks'
import { useVirtualRows } from '../../shared/virtualRows'
import { DateToggle, slices, stop, USUAL_WIDTH } from './DateToggle'

/** The buttons of a window of many dates, of which only the visible ones are drawn. */
export function VirtualDates() {
  const dates = slices.value
  const keys = useMemo(() => dates.map(({ range }) => range.from), [dates])
  const options = { kept: stop.value, isHorizontal: true }
  const { body, places } = useVirtualRows<HTMLDivElement>(keys, USUAL_WIDTH, options)
  return (
    <div {...body} class="virtual">
      {places.map((place) => (
        <DateToggle key={keys[place['data-row']]} index={place['data-row']} place={place} />
      ))}
    </div>
  )
}
