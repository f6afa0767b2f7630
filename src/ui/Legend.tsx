import { classBreaks } from '../data/classes'
import { PARTIES } from '../data/vocabulary'
import { slice } from '../state'

/** What colours and marks mean. A phone starts with it folded. */
export function Legend() {
  const counts = [...slice.value.areas.values()]
  const most = Math.max(0, ...counts.map((count) => count.certain + count.possible))
  const parties = PARTIES.filter((_, index) =>
    counts.some((count) => (count.byParty[index] ?? 0) > 0),
  )
  return (
    <details class="legend" open={!matchMedia('(max-width: 900px)').matches}>
      <summary>Legend</summary>
      <h3>Reports a district</h3>
      <ul>
        {classBreaks(most).map(({ label }, index) => (
          <li key={label}>
            <span class={`key ramp-${index + 1}`} aria-hidden="true" /> {label}
          </li>
        ))}
        <li>
          <span class="key key-bare" aria-hidden="true" /> none in these dates
        </li>
        <li>
          <span class="key key-hatch" aria-hidden="true" /> no reports on file at all
        </li>
        <li>
          <span class="key key-approximate" aria-hidden="true" /> includes approximate places
        </li>
      </ul>
      <h3>Marks</h3>
      <ul>
        <li>
          <span class="key key-ring" aria-hidden="true" /> known to the district, split by who
          reports
        </li>
        <li>
          <span class="key key-settlement" aria-hidden="true" /> known to the settlement
        </li>
        {parties.map(({ id, label }) => (
          <li key={id}>
            <span class={`key swatch party-${id}`} aria-hidden="true" /> {label}
          </li>
        ))}
      </ul>
      <p>A ring says nothing about where in the district. No reports on file does not mean calm.</p>
    </details>
  )
}
