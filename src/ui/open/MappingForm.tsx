import { useState } from 'preact/hooks'
import { answerQuestion, cancelOpening } from '../../app/openFile'
import { conflict } from '../../app/state'
import type { PartyId } from '../../model/conflict'
import { type DateOrder, MAPPED_FIELDS, type MappedField, type Mapping } from '../../read/format'

const LABELS: Readonly<Record<MappedField, string>> = {
  date_start: 'Date (required)',
  date_end: 'Last date',
  time_start: 'Time',
  areas: 'District',
  settlements: 'Settlement',
  lon: 'Longitude',
  lat: 'Latitude',
  summary: 'What happened',
  kind: 'Kind',
  reported_by: 'Reported by',
  accused_as_worded: 'Accused',
  killed: 'Killed',
  wounded: 'Wounded',
  publisher: 'Source: publisher',
  title: 'Source: title',
  url: 'Source: address',
  published: 'Source: date',
  id: 'Id',
  note: 'Note',
}
const ORDERS: readonly { readonly id: DateOrder; readonly label: string }[] = [
  { id: 'ymd', label: '2022-11-29' },
  { id: 'dmy', label: '29.11.2022 (day first)' },
  { id: 'mdy', label: '11/29/2022 (month first)' },
]

interface Props {
  readonly names: string
  readonly guess: Mapping
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

/** Asks what the columns of a table mean; the guess stands in the fields. */
export function MappingForm({ names, guess, header, samples }: Props) {
  const [mapping, setMapping] = useState(guess)
  const setColumn = (field: MappedField, name: string) => {
    const { [field]: _gone, ...rest } = mapping.columns
    setMapping({ ...mapping, columns: name === '' ? rest : { ...rest, [field]: name } })
  }
  const exampleOf = (name: string | undefined) => {
    const column = name === undefined ? -1 : header.indexOf(name)
    return samples.map((row) => row[column] ?? '').find((value) => value !== '') ?? ''
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void answerQuestion(mapping)
      }}
    >
      <p role="status">
        {names} is a table of no format known here. Say what its columns mean; what could be guessed
        is filled in.
      </p>
      <div class="mapping">
        {MAPPED_FIELDS.map((field) => (
          <label key={field}>
            <span>{LABELS[field]}</span>
            <select
              required={field === 'date_start'}
              value={mapping.columns[field] ?? ''}
              onChange={(event) => setColumn(field, event.currentTarget.value)}
            >
              <option value="">not in the file</option>
              {header.filter(Boolean).map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
            <span class="quiet mapping-example">{exampleOf(mapping.columns[field])}</span>
          </label>
        ))}
        <label>
          <span>Dates are written</span>
          <select
            value={mapping.dateOrder}
            onChange={(event) =>
              setMapping({ ...mapping, dateOrder: event.currentTarget.value as DateOrder })
            }
          >
            {ORDERS.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Degrees are written</span>
          <select
            value={mapping.decimal}
            onChange={(event) =>
              setMapping({ ...mapping, decimal: event.currentTarget.value === ',' ? ',' : '.' })
            }
          >
            <option value=".">46.75</option>
            <option value=",">46,75</option>
          </select>
        </label>
        <label>
          <span>Who reports</span>
          <select
            value={mapping.party}
            onChange={(event) =>
              setMapping({ ...mapping, party: event.currentTarget.value as PartyId })
            }
          >
            {conflict.value.parties.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="data-choose">
        <button type="submit" class="tool">
          Open
        </button>
        <button type="button" class="tool" onClick={cancelOpening}>
          Cancel
        </button>
      </p>
    </form>
  )
}
