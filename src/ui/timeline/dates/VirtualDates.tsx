import { useLayoutEffect, useMemo } from 'preact/hooks'
import { useVirtualRows } from '../../shared/virtualRows'
import { DateToggle, drawn, slices, stop, USUAL_WIDTH } from './DateToggle'

/** The buttons of a window of many dates, of which only the visible ones are counted and drawn. */
export function VirtualDates() {
  const { length, at } = slices.value
  const keys = useMemo(() => ({ length, at: (index: number) => at(index).from }), [slices.value])
  const options = { kept: stop.value, isHorizontal: true }
  const { body, places } = useVirtualRows<HTMLDivElement>(keys, USUAL_WIDTH, options)
  const indices = places.map((place) => place['data-row'])
  useLayoutEffect(() => {
    drawn.value = indices
  }, [indices.join()])
  return (
    <div {...body} class="virtual">
      {places.map((place) => (
        <DateToggle key={keys.at(place['data-row'])} index={place['data-row']} place={place} />
      ))}
    </div>
  )
}
