import { batch } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { choosePeriod, showAllDates, showPane } from '../../app/actions'
import { dataset, timeWindow } from '../../app/state'
import { timeline } from '../../messages/compiled/timeline'
import { type Day, type DayRange, dateOf, parseSlice, sliceAround } from '../../model/day'
import { findDateFault, readDateWords } from '../../read/dateWords'
import { dateWords, monthWords, rangeWords, yearWords } from '../shared/words'
import { monthName, sliceWords } from '../timeline/dateLabels'

const UNITS = ['day', 'week', 'month'] as const
/** Days. Most of the first seven days of the window are then in the week of the presets. */
const HALF_WEEK = 3

/** What the form says to dates that it cannot show. */
interface Answer {
  /** Which fields are at fault. */
  readonly wrong: { readonly from: boolean; readonly to: boolean }
  readonly words: string
  /** Dates that may be meant. */
  readonly ranges: readonly DayRange[]
}

const NO_ANSWER: Answer = { wrong: { from: false, to: false }, words: '', ranges: [] }

/** Fields for the first and the last day, in any form that a date is written in, and presets. */
export function DatesForm() {
  const window = timeWindow.value
  const span = dataset.value.span ?? window
  const day = Math.min(window.to, window.from + HALF_WEEK) as Day
  const [from, setFrom] = useState(dateWords(window.from))
  const [to, setTo] = useState(dateWords(window.to))
  const [isToEdited, setToEdited] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)

  const submit = () => {
    const wrong = {
      from: readDateWords(from, span).length === 0,
      to: to.trim() !== '' && readDateWords(to, span).length === 0,
    }
    if (wrong.from || wrong.to) {
      setAnswer({ ...NO_ANSWER, wrong, words: faultWords(wrong.from ? from : to) })
      return
    }
    const [first, last] = [readDateWords(from, span), readDateWords(to, span)]
    const ranges = last.length > 0 ? combine(first, last) : first
    if (ranges.length === 1 && ranges[0]) apply(ranges[0])
    else if (ranges.length > 0) setAnswer({ ...NO_ANSWER, words: timeline.whichDates(), ranges })
    else {
      const reversed = combine(last, first)
      setAnswer({ wrong: { from: true, to: true }, words: timeline.reversed(), ranges: reversed })
    }
  }
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
          isWrong={answer?.wrong.from === true}
          hasFocus
          onChange={(text) => {
            setFrom(text)
            setAnswer(null)
            // A period in the first field says its last day too.
            if (!isToEdited) setTo('')
          }}
        />
        <Field
          name={timeline.lastDay()}
          value={to}
          isWrong={answer?.wrong.to === true}
          onChange={(text) => {
            setTo(text)
            setAnswer(null)
            setToEdited(true)
          }}
        />
        <button type="submit" class="tool">
          {timeline.showDates()}
        </button>
      </form>
      <div id="dates-answer" class="dates-answer" role="status">
        <p>{answer?.words ?? timeline.datesHint()}</p>
        {answer && <Ranges ranges={answer.ranges} words={rangeWords} />}
      </div>
      <h3>{timeline.presets({ date: dateWords(day) })}</h3>
      <div class="dates-presets">
        {UNITS.map((unit) => (
          <Ranges
            key={unit}
            ranges={[sliceAround(day, unit)]}
            words={(range) => sliceWords(range, unit)}
          />
        ))}
      </div>
      <h3>{timeline.years()}</h3>
      <div class="dates-presets">
        <Ranges ranges={yearsOf(span)} words={({ from }) => yearWords(from)} />
        <button
          type="button"
          class="tool"
          onClick={() => {
            batch(() => {
              showAllDates()
              showPane('dates', false)
            })
          }}
        >
          {timeline.allDatesOf({ dates: rangeWords(span) })}
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
    showPane('dates', false)
  })
}

/** What is wrong with a date that cannot be read. */
function faultWords(text: string): string {
  const fault = findDateFault(text)
  if (fault?.code === 'noMonth') return timeline.noMonth(fault)
  if (fault?.code === 'shortYear') return timeline.shortYear()
  if (fault === null) return timeline.notADate()
  const { day, days, month, hasYear } = fault
  return timeline.noDay({ day, days, month: hasYear ? monthWords(month) : monthName(month) })
}

/** From each first period to each last one that does not end before it. */
function combine(first: readonly DayRange[], last: readonly DayRange[]): DayRange[] {
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
