import { MapPinOff } from 'lucide'
import { dataset, slice } from '../state'
import { Disclosure } from './Disclosure'
import { ReportButton } from './ReportButton'
import { countShort } from './words'

/** The reports of the slice that name no known district: counted beside the map and listed, since no mark can stand for them. */
export function NotLocated() {
  const { notLocated, rows } = slice.value
  if (notLocated.certain + notLocated.possible === 0) return null
  const { incidents } = dataset.value
  const unlocated = [...rows].flatMap((row) => {
    const incident = incidents[row]
    return incident?.placement === 'unlocated' ? [incident] : []
  })
  return (
    <Disclosure label={`${countShort(notLocated)} not located`} icon={MapPinOff} keepLabel>
      <p class="tray quiet">
        These reports name no known district. They count, but no mark is drawn.
      </p>
      <ul class="tray">
        {unlocated.map((incident) => (
          <li key={incident.id}>
            <ReportButton incident={incident} />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
