import { computed } from '@preact/signals'
import { conflict, dataset, slice } from '../../app/state'
import { labelOf } from '../../model/conflict'
import { casualties, type PartyCasualties, type Toll } from '../../query/casualties'
import type { Count } from '../../query/counts'
import { countWords, reportsWords } from '../shared/words'

const sums = computed(() => casualties(dataset.value, slice.value))

/** Killed and wounded as each party reports them; on purpose without a sum over the parties. */
export function CasualtyList() {
  return (
    <section class="view-part" aria-labelledby="casualties-title">
      <h2 id="casualties-title">Casualties as reported</h2>
      {sums.value.length === 0 ? (
        <p class="quiet">No reports on file for what is chosen.</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
        <ul class="casualties" role="list">
          {sums.value.map((own) => (
            <li key={own.party} class={`party-${own.party}`}>
              <p>
                <strong>{figureWords(own)}</strong> as reported by{' '}
                {labelOf(conflict.value.parties, own.party)}
                {sum(own.counted) > 0 && `, in ${reportsWords(own.counted)}`}
              </p>
              <p class="quiet">{restWords(own)}</p>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">
        As each party counts; nothing is verified. There is no sum over the parties: two of them can
        count the same people.
      </p>
    </section>
  )
}

/** `3 killed, 5 wounded`; a figure that no report states is said to be missing, not zero. */
export function figureWords({ killed, wounded }: PartyCasualties): string {
  if (killed.stated + wounded.stated === 0) return 'No number of killed or wounded'
  const one = (toll: Toll, word: string) =>
    toll.stated === 0 ? `no number of ${word}` : `${tollWords(toll)} ${word}`
  const words = `${one(killed, 'killed')}, ${one(wounded, 'wounded')}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `12 reports state no number; 1 report left out: its figures are not to be added up`. */
export function restWords({ silent, leftOut }: PartyCasualties): string {
  const parts: string[] = []
  if (sum(silent) > 0) {
    parts.push(`${reportsWords(silent)} ${sum(silent) === 1 ? 'states' : 'state'} no number`)
  }
  if (sum(leftOut) > 0) {
    const their = sum(leftOut) === 1 ? 'its' : 'their'
    parts.push(`${reportsWords(leftOut)} left out: ${their} figures are not to be added up`)
  }
  return parts.join('; ')
}

/** `3`; `at least 1, up to 3` where some of the reports may lie outside the dates. */
function tollWords({ atLeast, upTo }: Toll): string {
  if (atLeast === upTo) return `${upTo}`
  return countWords({ certain: atLeast, possible: upTo - atLeast })
}

function sum({ certain, possible }: Count): number {
  return certain + possible
}
