import { conflict, dataset } from '../../app/state'
import { about } from '../../messages/about'
import { codedLabel } from '../../model/facets'
import { totalOf } from '../../query/classes'
import { coverage } from '../../query/coverage'
import { NoReports } from '../shared/NoReports'
import { ScrollTable } from '../shared/ScrollTable'
import { countShort, monthWords } from '../shared/words'

/** Of coded events the heading names their column; otherwise it is `words`. */
export function coverageWords(words: string): string {
  const column = codedLabel(conflict.value, 'by')
  return column ? about.codedCoverage({ column }) : words
}

/** Reports on file by month and reporting party, regardless of filters. */
export function CoverageTable() {
  const months = coverage(dataset.value)
  if (months.length === 0) return <p>{about.noReports()}</p>
  const parties = conflict.value.parties.map(({ id, label }) => (
    <>
      <span class={`swatch party-${id}`} aria-hidden="true" />
      {label}
    </>
  ))
  return (
    <ScrollTable
      class="coverage"
      aria-labelledby="coverage-title"
      caption={coverageWords(about.coverageCaption())}
      columns={[about.month(), ...parties, about.all()]}
    >
      {months.map(({ month, byParty, total, onFile }) => (
        <tr key={month.from} class={onFile ? undefined : 'coverage-gap'}>
          <th scope="row">{monthWords(month.from)}</th>
          {onFile ? (
            [...byParty, total].map((count, index) =>
              totalOf(count) > 0 ? (
                <td key={index}>{countShort(count)}</td>
              ) : (
                <td key={index} class="quiet">
                  <NoReports words={about.emptyCell()} />
                </td>
              ),
            )
          ) : (
            <td colSpan={parties.length + 1}>{about.emptyMonth()}</td>
          )}
        </tr>
      ))}
    </ScrollTable>
  )
}
