import { select, setAreas } from '../actions'
import { PARTIES } from '../data/vocabulary'
import { areas as areaFilter, dataset, lang, slice } from '../state'
import type { Area, AreaId, Incident } from '../types'
import { orderedNames } from './placeNames'
import { dateWords, rangeWords, reportsWords, timeWords } from './words'

interface Props {
  readonly area: Area
  readonly titleId: string
}

/** One district in the slice: its name in its forms, counts by party, and its reports, each of which opens. */
export function AreaDetails({ area, titleId }: Props) {
  const current = slice.value
  const count = current.areas.get(area.id)
  const reports = reportsIn(area.id)
  const [lead, ...others] = orderedNames(area, lang.value)
  const only = areaFilter.value.size === 1 && areaFilter.value.has(area.id)
  return (
    <div class="details">
      <h2 id={titleId} class="details-title">
        {lead?.text}{' '}
        <span class="other-names">
          {others.map(({ text, language }, index) => (
            <span key={language}>
              {index > 0 && ' · '}
              <span lang={language}>{text}</span>
            </span>
          ))}
        </span>
      </h2>
      <p class="details-when">{rangeWords(current.filter.window)}</p>
      {count ? (
        <>
          <p class="area-count">
            <strong>{reportsWords(count)}</strong>
            {count.approximate > 0 && (
              <span class="quiet">
                {' '}
                ({count.approximate} approximate: reported for a former unit that overlaps the
                district)
              </span>
            )}
          </p>
          <ul class="party-counts">
            {PARTIES.map(({ id, label }, index) => {
              const reported = count.byParty[index] ?? 0
              return reported === 0 ? null : (
                <li key={id}>
                  <span class={`swatch party-${id}`} aria-hidden="true" /> {label} {reported}
                </li>
              )
            })}
          </ul>
        </>
      ) : (
        <p>No reports on file here for what is chosen. That does not mean that nothing happened.</p>
      )}
      <ul class="area-reports">
        {reports.map((incident) => (
          <li key={incident.id}>
            <button
              type="button"
              class={`area-report party-edge-${incident.reportingParty}`}
              onClick={() => select({ kind: 'incident', id: incident.id })}
            >
              <span class="report-time">
                {dateWords(incident.dateStart)}, {timeWords(incident)}
              </span>
              <span class="area-report-summary">{incident.summary}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="details-areas">
        <button
          type="button"
          class="link-button"
          aria-pressed={only}
          onClick={() => setAreas(only ? [] : [area.id])}
        >
          {only ? 'Show all districts' : `Show only ${area.name}`}
        </button>
      </p>
    </div>
  )
}

function reportsIn(area: AreaId): Incident[] {
  const { incidents } = dataset.value
  return [...slice.value.rows].flatMap((row) => {
    const incident = incidents[row]
    return incident?.areas.includes(area) ? [incident] : []
  })
}
