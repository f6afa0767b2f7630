import { batch } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { choosePeriod, showAllDates, showDialog } from '../../app/actions'
import { dataset, timeWindow } from '../../app/state'
import { timeline } from '../../messages/timeline'
import { type DayRange, dateOf, parseSlice, sliceAround } from '../../model/day'
import { readDateWords } from '../../read/dateWords'
import { dateWords, rangeWords, yearWords } from '../shared/words'
import { sliceWords } from '../timeline/dateLabels'

const UNITS = ['day', 'week', 'month'] as const

/** Fields for the first and the last day, in any form that a date is written in, and presets. */
export function DatesForm() {
  const window = timeWindow.value
  const span = dataset.value.span ?? window
  const [from, setFrom] = useState(dateWords(window.from))
  const [to, setTo] = useState(dateWords(window.to))
  const [isToEdited, setToEdited] = useState(false)
  const [choices, setChoices] = useState<readonly DayRange[] | null>(null)

  const submit = () => {
    const found = combine(
      readDateWords(from, span),
      to.trim() === '' ? null : readDateWords(to, span),
    )
    if (found.length === 1 && found[0]) apply(found[0])
    else setChoices(found)
  }
  const isWrong = choices?.length === 0
  return (
    <>
      <form
        class="dates-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          name={timeline.firstDay()}
          value={from}
          isWrong={isWrong}
          hasFocus
          onChange={(text) => {
            setFrom(text)
            setChoices(null)
            // A period in the first field says its last day too.
            if (!isToEdited) setTo('')
          }}
        />
        <Field
          name={timeline.lastDay()}
          value={to}
          isWrong={isWrong}
          onChange={(text) => {
            setTo(text)
            setChoices(null)
            setToEdited(true)
          }}
        />
        <button type="submit" class="tool">
          {timeline.showDates()}
        </button>
      </form>
      <div id="dates-answer" class="dates-answer" role="status">
        {choices === null && timeline.datesHint()}
        {isWrong && timeline.notADate()}
        {choices !== null && choices.length > 0 && (
          <>
            <p>{timeline.whichDates()}</p>
            <Ranges ranges={choices} words={rangeWords} />
          </>
        )}
      </div>
      <h3>{timeline.presets()}</h3>
      <div class="dates-presets">
        {UNITS.map((unit) => (
          <Ranges
            key={unit}
            ranges={[sliceAround(window.from, unit)]}
            words={(range) => sliceWords(range, unit)}
          />
        ))}
        <Ranges ranges={yearsOf(span)} words={({ from }) => yearWords(from)} />
        <button
          type="button"
          class="tool"
          onClick={() => {
            batch(() => {
              showAllDates()
              showDialog(null)
            })
          }}
        >
          {timeline.allDates()}
        </button>
      </div>
    </>
  )
}

interface FieldProps {
  readonly name: string
  readonly value: string
  readonly isWrong: boolean
  /** Whether the form starts here. */
  readonly hasFocus?: boolean
  readonly onChange: (text: string) => void
}

function Field({ name, value, isWrong, hasFocus = false, onChange }: FieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!hasFocus) return
    input.current?.focus()
    input.current?.select()
  }, [hasFocus])
  return (
    <label>
      <span>{name}</span>
      <input
        ref={input}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-invalid={isWrong}
        aria-describedby="dates-answer"
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  )
}

interface RangesProps {
  readonly ranges: readonly DayRange[]
  readonly words: (range: DayRange) => string
}

/** A button for each range. */
function Ranges({ ranges, words }: RangesProps) {
  return ranges.map((range) => (
    <button
      key={`${range.from} ${range.to}`}
      type="button"
      class="tool"
      onClick={() => apply(range)}
    >
      {words(range)}
    </button>
  ))
}

function apply(range: DayRange): void {
  batch(() => {
    choosePeriod(range)
    showDialog(null)
  })
}

/** From each first period to each last one that does not end before it; reversed ones swapped. */
function combine(first: readonly DayRange[], last: readonly DayRange[] | null): DayRange[] {
  if (last === null) return [...first]
  const [a] = first
  const [b] = last
  if (first.length === 1 && last.length === 1 && a && b && a.from > b.to) {
    return [{ from: b.from, to: a.to }]
  }
  return first.flatMap(({ from }) => last.flatMap(({ to }) => (from <= to ? [{ from, to }] : [])))
}

function yearsOf({ from, to }: DayRange): DayRange[] {
  const [first, last] = [from, to].map((day) => dateOf(day).getUTCFullYear())
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((year) => {
    const [january, december] = [parseSlice(`${year}-01`), parseSlice(`${year}-12`)]
    return january && december ? [{ from: january.from, to: december.to }] : []
  })
}
