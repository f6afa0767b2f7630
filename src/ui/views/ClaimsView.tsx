import { toggle } from '../../app/actions'
import { chosen, conflict, dataset, slice } from '../../app/state'
import { views } from '../../messages/compiled/views'
import { AGREEMENTS } from '../../model/vocabulary'
import { totalOf } from '../../query/classes'
import { agreementWords } from '../../query/groupWords'
import { hasSides } from '../../store/pairing'
import { isOnFile } from '../shared/NoReports'
import { rich } from '../shared/rich'
import { sideWords } from '../shared/sideWords'
import { countShort, reportsWords } from '../shared/words'
import { CasualtyList } from './CasualtyList'
import { ClaimMatrix } from './ClaimMatrix'
import { DirectionTable } from './DirectionTable'

/** Who says what: matrix of claims, agreement between the sides, casualties as reported. */
export function ClaimsView() {
  return (
    <div class="view">
      <ClaimMatrix />
      {hasSides(conflict.value) && <Agreements />}
      <CasualtyList />
      {dataset.value.origins.length > 0 && <DirectionTable />}
    </div>
  )
}

/** A button for each degree of agreement, and the pairing rule. */
function Agreements() {
  const counts = slice.value.facets.agreement
  return (
    <section class="view-part" aria-labelledby="agreement-title">
      <h2 id="agreement-title">{views.agreement()}</h2>
      <div class="agreements">
        {AGREEMENTS.map((id) => {
          const label = agreementWords(id)
          const count = counts.get(id) ?? { certain: 0, possible: 0 }
          const pressed = chosen.value.agreement.has(id)
          const none = totalOf(count) === 0
          const isSilent = none && !isOnFile('agreement', id)
          return (
            <button
              key={id}
              type="button"
              class="agreement"
              aria-pressed={pressed}
              aria-label={
                none
                  ? views.agreementCountNone({ agreement: label })
                  : views.agreementCount({ agreement: label, reports: reportsWords(count) })
              }
              disabled={none && !pressed}
              onClick={() => toggle('agreement', id)}
            >
              <span class="agreement-count">{isSilent ? '–' : countShort(count)}</span>
              <span>{label}</span>
            </button>
          )
        })}
      </div>
      <details class="rule">
        <summary>{views.pairing()}</summary>
        <p>{views.pairingRule(sideWords())}</p>
        <p>
          {rich(views.pairingMeaning(), {
            codebook: (text) => <a href="data/README.md">{text}</a>,
          })}
        </p>
      </details>
    </section>
  )
}
