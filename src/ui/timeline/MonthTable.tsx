import { colouring } from '../../app/state'
import { COLOURINGS } from '../../query/groups'
import { countOfBin } from '../../query/histogram'
import { monthWords } from '../shared/words'
import { binGroupWords, filedWords } from './barWords'
import { hasRecords, monthBins } from './bins'

/** The histogram in words, month by month, for those who do not see it. */
export function MonthTable() {
  if (!hasRecords.value) return null
  return (
    <div class="visually-hidden">
      <table>
        <caption>Reports a month, under the present filters</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Reports</th>
            <th scope="col">{COLOURINGS.find(({ id }) => id === colouring.value)?.label}</th>
          </tr>
        </thead>
        <tbody>
          {monthBins.value.map((bin) => (
            <tr key={bin.range.from}>
              <th scope="row">{monthWords(bin.range.from)}</th>
              <td>{filedWords(countOfBin(bin), bin.onFile)}</td>
              <td>{binGroupWords(bin, colouring.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
