import { toggle } from '../../app/actions'
import { chosen, conflict, slice } from '../../app/state'
import { groupsOf } from '../../query/groups'
import { countShort, reportsWords } from '../shared/words'
import { CasualtyList } from './CasualtyList'
import { ClaimMatrix } from './ClaimMatrix'

/** Who says what: the matrix of claims, what the sides say together, and casualties as reported. */
export function ClaimsView() {
  return (
    <div class="view">
      <ClaimMatrix />
      <Agreements />
      <CasualtyList />
    </div>
  )
}

/** How far the sides' reports meet: a button for each answer, and the rule in words. */
function Agreements() {
  const counts = slice.value.facets.agreement
  return (
    <section class="view-part" aria-labelledby="agreement-title">
      <h2 id="agreement-title">What the sides say together</h2>
      <div class="agreements">
        {groupsOf(conflict.value, 'agreement').map(({ id, label }) => {
          const count = counts.get(id) ?? { certain: 0, possible: 0 }
          const pressed = chosen.value.agreement.has(id)
          const none = count.certain + count.possible === 0
          return (
            <button
              key={id}
              type="button"
              class="agreement"
              aria-pressed={pressed}
              aria-label={`${label}: ${none ? 'no reports' : reportsWords(count)}`}
              disabled={none && !pressed}
              onClick={() => toggle('agreement', id)}
            >
              <span class="agreement-count">{none ? '–' : countShort(count)}</span>
              <span>{label}</span>
            </button>
          )
        })}
      </div>
      <details class="rule">
        <summary>How reports are paired</summary>
        <p>
          Two reports are paired when they come from opposite sides (Azerbaijan on the one, Armenia
          or the Karabakh authorities on the other), when their times share at least one minute (a
          report known to the day covers all of it), and when they name the same settlement or share
          a district, be it only approximately.
        </p>
        <p>
          A pair says that both sides spoke of that place and time, not that they spoke of one
          event. Reports are never merged. A report that a party denied counts as denied, whether or
          not it has a pair. The rule is written down in <a href="data/README.md">data/README.md</a>
          , under “How to read”.
        </p>
      </details>
    </section>
  )
}
