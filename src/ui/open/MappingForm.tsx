import { useState } from 'preact/hooks'
import { answerQuestion, cancelOpening } from '../../app/openFile'
import { conflict } from '../../app/state'
import { open } from '../../messages/open'
import { type DateOrder, MAPPED_FIELDS, type MappedField, type Mapping } from '../../read/format'
import { SelectField } from '../shared/SelectField'

const ORDERS: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

const DECIMALS = [
  { id: '.', label: '46.75' },
  { id: ',', label: '46,75' },
] as const

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
          <SelectField
            key={field}
            name={open.field({ field })}
            required={field === 'date_start'}
            value={mapping.columns[field] ?? ''}
            options={[
              { id: '', label: open.notInFile() },
              ...header.filter(Boolean).map((name) => ({ id: name, label: name })),
            ]}
            onChoose={(name) => setColumn(field, name)}
          >
            <span class="quiet mapping-example">{exampleOf(mapping.columns[field])}</span>
          </SelectField>
        ))}
        <SelectField
          name={open.dateFormat()}
          value={mapping.dateOrder}
          options={ORDERS.map((id) => ({ id, label: open.dateOrder({ order: id }) }))}
          onChoose={(dateOrder) => setMapping({ ...mapping, dateOrder })}
        />
        <SelectField
          name={open.coordinateFormat()}
          value={mapping.decimal}
          options={DECIMALS}
          onChoose={(decimal) => setMapping({ ...mapping, decimal })}
        />
        <SelectField
          name={open.reportingParty()}
          value={mapping.party}
          options={conflict.value.parties}
          onChoose={(party) => setMapping({ ...mapping, party })}
        />
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
