import { dataset } from '../../app/state'
import { card } from '../../messages/compiled/card'
import type { Incident } from '../../model/report'
import { ReportButtons } from '../shared/ReportShortList'
import { rich } from '../shared/rich'
import { sideWords } from '../shared/sideWords'

/** The other side's reports of the same place and time: next to this one, never merged. */
export function OtherSide({ incident }: { readonly incident: Incident }) {
  const rows = dataset.value.pairsOf(dataset.value.rowOf.get(incident.id) ?? -1)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="other-side">
      <h3 id="other-side" class="details-heading">
        {card.otherSide({ n: rows.length })}
      </h3>
      <ReportButtons class="area-reports" rows={rows} />
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
