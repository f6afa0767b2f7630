import { useState } from 'preact/hooks'
import { answerQuestion, cancelOpening } from '../../app/openFile'
import { conflict } from '../../app/state'
import { open } from '../../messages/open'
import type { PartyId } from '../../model/conflict'
import { type DateOrder, MAPPED_FIELDS, type MappedField, type Mapping } from '../../read/format'

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

interface Props {
  readonly names: string
  readonly guess: Mapping
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

/** Asks what the columns of a table mean; the fields start with the guess. */
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
        {open.askColumns({ names })} <span class="quiet">{open.guesses()}</span>
      </p>
      <div class="mapping">
        {MAPPED_FIELDS.map((field) => (
          <label key={field}>
            <span>{open.field({ field })}</span>
            <select
              required={field === 'date_start'}
              value={mapping.columns[field] ?? ''}
              onChange={(event) => setColumn(field, event.currentTarget.value)}
            >
              <option value="">{open.notInFile()}</option>
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
          <span>{open.dateFormat()}</span>
          <select
            value={mapping.dateOrder}
            onChange={(event) =>
              setMapping({ ...mapping, dateOrder: event.currentTarget.value as DateOrder })
            }
          >
            {ORDERS.map((order) => (
              <option key={order} value={order}>
                {open.dateOrder({ order })}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{open.coordinateFormat()}</span>
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
          <span>{open.reportingParty()}</span>
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
          {open.open()}
        </button>
        <button type="button" class="tool" onClick={cancelOpening}>
          {open.cancel()}
        </button>
      </p>
    </form>
  )
}
