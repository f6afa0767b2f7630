import { ChevronLeft, ChevronRight } from 'lucide'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { select } from '../../app/actions'
import { dataset, listed } from '../../app/state'
import { card } from '../../messages/compiled/card'
import { phrases } from '../../messages/compiled/phrases'
import { dateFormat } from '../../messages/intl'
import { type Day, dateOf } from '../../model/day'
import type { AreaId } from '../../model/ids'
import { countInArea, rowsInArea } from '../../query/rowsAtPlace'
import { isSingleKey, singleKeysOff } from '../help/singleKeys'
import { Icon } from '../shared/Icon'
import { LinkButton } from '../shared/LinkButton'
import { ShowAllHere } from './ShowAllHere'

/** Single keys, heard only while card or map has the focus. */
const KEYS = { earlier: 'k', later: 'j' } as const
const SCOPE = '.card, .map'

const inYear = dateFormat({ day: 'numeric', month: 'short' })
const inOther = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' })

interface Props {
  /** The open report, in the dataset. */
  readonly row: number
  /** One of its districts, or NOT_LOCATED. */
  readonly area: AreaId
}

/** The way to the report before and the one after, of those in the slice at the same place. */
export function Neighbours({ row, area }: Props) {
  const here = rowsInArea(dataset.value, listed.value, area).rows
  const onFile = useMemo(() => countInArea(dataset.value, area), [dataset.value, area])
  // Newest first.
  const index = here.indexOf(row)
  const rows = { earlier: here[index + 1], later: index < 0 ? undefined : here[index - 1] }
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isSingleKey(event)) return
      if (!(event.target instanceof Element) || !event.target.closest(SCOPE)) return
      if (event.key === KEYS.earlier) open(rows.earlier)
      if (event.key === KEYS.later) open(rows.later)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
  if (index < 0) return null
  const name = dataset.value.areas.get(area)?.name ?? phrases.notLocated()
  return (
    <nav class="neighbours" aria-label={card.neighbours()}>
      <Step side="earlier" from={row} to={rows.earlier} />
      <p>
        {card.nth({ place: name, n: here.length - index, count: here.length })}
        {onFile > here.length && (
          <span class="quiet">
            {' '}
            {card.ofOnFile()} <ShowAllHere count={onFile} area={area} />
          </span>
        )}
      </p>
      <Step side="later" from={row} to={rows.later} />
    </nav>
  )
}

interface StepProps {
  readonly side: keyof typeof KEYS
  readonly from: number
  readonly to: number | undefined
}

function Step({ side, from, to }: StepProps) {
  const day = to === undefined ? null : dayOf(to)
  const date = day === null ? null : dateIn(day, dayOf(from))
  const hasKey = !singleKeysOff.is.value
  const label = date === null ? card.noStep({ side }) : card.step({ side, date })
  return (
    <LinkButton
      aria-label={label}
      title={hasKey ? card.withKey({ action: label, key: KEYS[side] }) : label}
      aria-keyshortcuts={hasKey ? KEYS[side] : undefined}
      disabled={to === undefined}
      onClick={() => open(to)}
    >
      {side === 'earlier' && <Icon of={ChevronLeft} size={14} />}
      {date}
      {side === 'later' && <Icon of={ChevronRight} size={14} />}
    </LinkButton>
  )
}

/** With its year where that is another one. */
function dateIn(day: Day, other: Day): string {
  const isSameYear = dateOf(day).getUTCFullYear() === dateOf(other).getUTCFullYear()
  return (isSameYear ? inYear() : inOther()).format(dateOf(day))
}

function dayOf(row: number): Day {
  return (dataset.value.columns.startDay[row] ?? 0) as Day
}

function open(row: number | undefined): void {
  const incident = row === undefined ? undefined : dataset.value.incidents.at(row)
  if (incident) select({ kind: 'incident', id: incident.id })
}
