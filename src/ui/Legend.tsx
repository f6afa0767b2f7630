import { classBreaks, greatestCount } from '../data/classes'
import { slice } from '../state'

/** What colours and marks mean; who reports stands in the panel. A small screen starts with it folded. */
export function Legend() {
  const classes = classBreaks(greatestCount(slice.value))
  return (
    <details class="legend" open={matchMedia('(min-width: 1160px)').matches}>
      <summary>Reports a district</summary>
      {classes.length > 0 && (
        <ol class="ramp">
          {classes.map(({ label }, index) => (
            <li key={label}>
              <span class={`key ramp-${index + 1}`} aria-hidden="true" />
              {label}
            </li>
          ))}
        </ol>
      )}
      <ul>
        <li>
          <span class="key key-bare" aria-hidden="true" /> none on file in these dates
        </li>
        <li>
          <span class="key key-hatch" aria-hidden="true" /> none on file at all
        </li>
        <li>
          <span class="key key-approximate" aria-hidden="true" /> some placed approximately
        </li>
        <li>
          <span class="key key-ring" aria-hidden="true" /> known to the district, not where in it
        </li>
        <li>
          <span class="key key-ring-possible" aria-hidden="true" /> pale: possibly in these dates
        </li>
        <li>
          <span class="key key-settlement" aria-hidden="true" /> known to the settlement
        </li>
      </ul>
      <p>No reports on file does not mean calm.</p>
    </details>
  )
}
