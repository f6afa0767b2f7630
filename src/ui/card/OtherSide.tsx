import { dataset } from '../../app/state'
import type { Incident } from '../../model/report'
import { ReportButton } from '../shared/ReportButton'

/** The other side's reports of the same place and time, beside this one and never merged with it. */
export function OtherSide({ incident }: { readonly incident: Incident }) {
  const { incidents, rowOf, pairsOf } = dataset.value
  const others = pairsOf(rowOf.get(incident.id) ?? -1).flatMap((row) => incidents.at(row) ?? [])
  if (others.length === 0) return null
  return (
    <section aria-labelledby="other-side">
      <h3 id="other-side" class="details-heading">
        {others.length === 1 ? 'The other side’s report' : 'The other side’s reports'}
      </h3>
      <ul class="area-reports">
        {others.map((other) => (
          <li key={other.id}>
            <ReportButton incident={other} />
          </li>
        ))}
      </ul>
      <details class="rule">
        <summary>How reports are paired</summary>
        <p>
          Two reports stand side by side when they come from opposite sides (Azerbaijan; Armenia or
          the Karabakh authorities), their times overlap and they name a common district or
          settlement. They may be about different events.{' '}
          <a href="data/README.md" target="_blank" rel="noopener">
            The whole rule
          </a>
        </p>
      </details>
    </section>
  )
}
