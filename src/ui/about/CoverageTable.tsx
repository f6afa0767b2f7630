import { computed } from '@preact/signals'
import { conflict, dataset } from '../../app/state'
import { about } from '../../messages/compiled/about'
import { codedLabel } from '../../model/facets'
import { totalOf } from '../../query/classes'
import { coverage } from '../../query/coverage'
import { tableUnit } from '../../query/timeSlices'
import { NoReports } from '../shared/NoReports'
import { ScrollTable } from '../shared/ScrollTable'
import { countShort, monthWords, yearWords } from '../shared/words'

const unit = computed(() => (dataset.value.span ? tableUnit(dataset.value.span) : 'month'))

/** Of coded events the heading names their column; otherwise `write` does. */
export function coverageWords(write: typeof about.coverage): string {
  const column = codedLabel(conflict.value, 'by')
  return column ? about.codedCoverage({ column, unit: unit.value }) : write({ unit: unit.value })
}

/** Reports on file by month or year and reporting party, regardless of filters. */
export function CoverageTable() {
  const periods = coverage(dataset.value)
  if (periods.length === 0) return <p>{about.noReports()}</p>
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
      caption={coverageWords(about.coverageCaption)}
      columns={[about.period({ unit: unit.value }), ...parties, about.all()]}
    >
      {periods.map(({ range, byParty, total, onFile }) => (
        <tr key={range.from} class={onFile ? undefined : 'coverage-gap'}>
          <th scope="row">
            {unit.value === 'year' ? yearWords(range.from) : monthWords(range.from)}
          </th>
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
