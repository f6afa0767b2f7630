import { MapPinOff } from 'lucide'
import { select } from '../actions'
import { labelOf, PARTIES } from '../data/vocabulary'
import { dataset, slice } from '../state'
import { Disclosure } from './Disclosure'
import { countShort, dateWords, timeWords } from './words'

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
            <button
              type="button"
              class={`area-report party-edge-${incident.reportingParty}`}
              onClick={() => select({ kind: 'incident', id: incident.id })}
            >
              <span class="report-time">
                {dateWords(incident.dateStart)}, {timeWords(incident)}
              </span>
              <span class="quiet"> {labelOf(PARTIES, incident.reportingParty)}</span>
              <span class="area-report-summary">{incident.summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
