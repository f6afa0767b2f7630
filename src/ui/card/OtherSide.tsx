import { dataset } from '../../app/state'
import { card } from '../../messages/card'
import type { Incident } from '../../model/report'
import { ReportButton } from '../shared/ReportButton'
import { rich } from '../shared/rich'
import { sideWords } from '../shared/sideWords'

/**
 * The other side's reports of the same place and time, shown next to this one and never merged with
 * it.
 */
export function OtherSide({ incident }: { readonly incident: Incident }) {
  const { incidents, rowOf, pairsOf } = dataset.value
  const others = pairsOf(rowOf.get(incident.id) ?? -1).flatMap((row) => incidents.at(row) ?? [])
  if (others.length === 0) return null
  return (
    <section aria-labelledby="other-side">
      <h3 id="other-side" class="details-heading">
        {card.otherSide({ n: others.length })}
      </h3>
      <ul class="area-reports">
        {others.map((other) => (
          <li key={other.id}>
            <ReportButton incident={other} />
          </li>
        ))}
      </ul>
      <details class="rule">
        <summary>{card.pairing()}</summary>
        <p>
          {rich(card.pairRule(sideWords()), {
            rule: (text) => (
              <a href="data/README.md" target="_blank" rel="noopener">
                {text}
              </a>
            ),
          })}
        </p>
      </details>
    </section>
  )
}
