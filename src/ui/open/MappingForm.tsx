import { useEffect, useState } from 'preact/hooks'
import { answerQuestion, cancelOpening } from '../../app/openFile'
import { SHIPPED_CONFLICT } from '../../app/shippedConflict'
import { previewInWorker } from '../../files/readInWorker'
import { open } from '../../messages/compiled/open'
import type { Preview } from '../../open/previewReports'
import { DATE_ORDERS } from '../../read/dates'
import type { MappedField, Mapping } from '../../read/format'
import { SelectField } from '../shared/SelectField'
import { ColumnMapFile } from './ColumnMapFile'
import { ColumnTable } from './ColumnTable'
import { outcomeWords } from './outcomeWords'
import { ReasonList } from './ReasonList'
import { WordMatches } from './WordMatches'

interface Props {
  readonly names: string
  readonly guess: Mapping
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly chosen: Mapping | null
  readonly like: string | null
}

/** Asks what the columns of a table mean, and shows what its rows become. */
export function MappingForm({ names, guess, header, samples, chosen, like }: Props) {
  const [mapping, setMapping] = useState(chosen ?? guess)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [isOrderChosen, setOrderChosen] = useState(chosen !== null)
  const hasDate = mapping.columns.date_start !== undefined || mapping.columns.year !== undefined
  useEffect(() => {
    setPreview(null)
    if (!hasDate) return
    void previewInWorker(mapping).then((found) => {
      if (!found) return
      if (isOrderChosen || found.dateOrder === mapping.dateOrder) setPreview(found)
      else setMapping((now) => ({ ...now, dateOrder: found.dateOrder }))
    })
  }, [mapping])
  const setRole = (column: string, field: MappedField | '') => {
    const others = Object.entries(mapping.columns).filter(
      ([key, name]) => name !== column && key !== field,
    )
    const columns = Object.fromEntries(field === '' ? others : [...others, [field, column]])
    setMapping({ ...mapping, columns })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (hasDate) void answerQuestion(withTerms(mapping, preview))
      }}
    >
      <p role="status">
        {open.askColumns({ names })}{' '}
        <span class="quiet">
          {like !== null
            ? open.sameColumns({ names: like })
            : chosen
              ? open.chosenBefore()
              : open.guesses()}
        </span>
      </p>
      <ColumnTable
        header={header}
        samples={samples}
        mapping={mapping}
        guess={guess}
        onChoose={setRole}
      />
      <div class="mapping">
        <SelectField
          name={open.dateFormat()}
          value={mapping.dateOrder}
          options={DATE_ORDERS.map((id) => ({ id, label: open.dateOrder({ order: id }) }))}
          onChoose={(dateOrder) => {
            setOrderChosen(true)
            setMapping({ ...mapping, dateOrder })
          }}
        />
        <SelectField
          name={open.reportingParty()}
          value={mapping.party}
          options={SHIPPED_CONFLICT.parties}
          onChoose={(party) => setMapping({ ...mapping, party })}
        />
      </div>
      <WordMatches mapping={mapping} found={preview?.words ?? null} onChange={setMapping} />
      {preview && <ReasonList reasons={preview.reasons} />}
      <div class="mapping-foot">
        <p role="status">{hasDate ? outcomeWords(preview) : open.dateNeeded()}</p>
        <button type="submit" class="tool" disabled={!hasDate}>
          {open.open()}
        </button>
        <button type="button" class="tool" onClick={cancelOpening}>
          {open.cancel()}
        </button>
        <ColumnMapFile
          name={names}
          header={header}
          mapping={withTerms(mapping, preview)}
          onLoad={setMapping}
        />
      </div>
    </form>
  )
}

/** The mapping with the term of each listed word, so that it says the same everywhere. */
function withTerms(mapping: Mapping, preview: Preview | null): Mapping {
  const listed = (preview?.words ?? []).map(({ field, words }) => {
    const terms = Object.fromEntries(words.map(({ word, term }) => [word, term]))
    return [field, { ...mapping.values?.[field], ...terms }]
  })
  return { ...mapping, values: { ...mapping.values, ...Object.fromEntries(listed) } }
}
