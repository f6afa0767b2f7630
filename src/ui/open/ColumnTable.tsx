import { useState } from 'preact/hooks'
import { open } from '../../messages/compiled/open'
import { fold } from '../../model/fold'
import { MAPPED_FIELDS, type MappedField, type Mapping } from '../../read/format'
import { ScrollTable } from '../shared/ScrollTable'

/** Of more columns these are shown: those with a meaning, then the first. */
const MAX_COLUMNS = 50

interface Props {
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly mapping: Mapping
  readonly guess: Mapping
  readonly onChoose: (column: string, field: MappedField | '') => void
}

/** The first rows of a table, with the meaning of each column above it. */
export function ColumnTable({ header, samples, mapping, guess, onChoose }: Props) {
  const [search, setSearch] = useState('')
  const fieldOf = (column: string, { columns }: Mapping) =>
    MAPPED_FIELDS.find((field) => columns[field] === column)
  const named = header.flatMap((name, index) => (name === '' ? [] : { name, index }))
  const found = named.filter(({ name }) => fold(name).includes(fold(search)))
  const used = new Set(Object.values(mapping.columns))
  const shown = found
    .toSorted((a, b) => Number(used.has(b.name)) - Number(used.has(a.name)))
    .slice(0, MAX_COLUMNS)
    .sort((a, b) => a.index - b.index)
  return (
    <>
      {named.length > MAX_COLUMNS && (
        <p class="data-choose">
          <label>
            {open.findColumn()}{' '}
            <input
              type="search"
              value={search}
              onInput={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          </label>
          <span class="quiet" role="status">
            {open.columnsShown({ shown: shown.length, n: named.length })}
          </span>
        </p>
      )}
      <ScrollTable
        class="columns"
        aria-label={open.firstRows()}
        columns={shown.map(({ name }) => {
          const field = fieldOf(name, mapping)
          return (
            <ColumnHead
              key={name}
              name={name}
              field={field}
              isGuess={field !== undefined && field === fieldOf(name, guess)}
              onChoose={(chosen) => onChoose(name, chosen)}
            />
          )
        })}
      >
        {samples.map((row, index) => (
          <tr key={index}>
            {shown.map(({ name, index }) => (
              <td key={name}>{row[index]}</td>
            ))}
          </tr>
        ))}
      </ScrollTable>
    </>
  )
}

interface HeadProps {
  readonly name: string
  readonly field: MappedField | undefined
  readonly isGuess: boolean
  readonly onChoose: (field: MappedField | '') => void
}

function ColumnHead({ name, field, isGuess, onChoose }: HeadProps) {
  return (
    <>
      <select
        aria-label={open.meaningOf({ column: name })}
        value={field ?? ''}
        class={field === undefined ? 'column-unused' : undefined}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as MappedField | '')}
      >
        <option value="">{open.notUsed()}</option>
        {MAPPED_FIELDS.map((each) => (
          <option key={each} value={each}>
            {open.field({ field: each })}
          </option>
        ))}
      </select>
      <span class="column-name">
        {name} {isGuess && <span class="tag">{open.guessed()}</span>}
      </span>
    </>
  )
}
