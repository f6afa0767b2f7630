import { conflict, dataset } from '../../app/state'
import { about } from '../../messages/about'
import { totalOf } from '../../query/classes'
import type { Count } from '../../query/counts'
import { coverage } from '../../query/coverage'
import { NoReports } from '../shared/NoReports'
import { countShort, monthWords } from '../shared/words'

/** Reports on file by month and reporting party, regardless of filters. */
export function CoverageTable() {
  const months = coverage(dataset.value)
  if (months.length === 0) return <p>{about.noReports()}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section class="table-scroll coverage" tabIndex={0} aria-labelledby="coverage-title">
      <table>
        <caption class="visually-hidden">{about.coverageCaption()}</caption>
        <thead>
          <tr>
            <th scope="col">{about.month()}</th>
            {conflict.value.parties.map(({ id, label }) => (
              <th key={id} scope="col">
                <span class={`swatch party-${id}`} aria-hidden="true" />
                {label}
              </th>
            ))}
            <th scope="col">{about.all()}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, byParty, total, onFile }) => (
            <tr key={month.from} class={onFile ? undefined : 'coverage-gap'}>
              <th scope="row">{monthWords(month.from)}</th>
              {onFile ? (
                [...byParty, total].map((count, index) => <Cell key={index} count={count} />)
              ) : (
                <td colSpan={conflict.value.parties.length + 1}>{about.emptyMonth()}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ count }: { readonly count: Count }) {
  if (totalOf(count) > 0) return <td>{countShort(count)}</td>
  return (
    <td class="quiet">
      <NoReports words={about.emptyCell()} />
    </td>
  )
}
