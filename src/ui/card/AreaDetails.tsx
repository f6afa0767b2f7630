import { useMemo } from 'preact/hooks'
import { choose } from '../../app/actions'
import { chosen, dataset, slice } from '../../app/state'
import { card } from '../../messages/compiled/card'
import type { Area } from '../../model/place'
import { countInArea, hasSiteIn, keepRows, rowsInArea } from '../../query/rowsAtPlace'
import { countRows, type SelectedRows } from '../../query/selectRows'
import { LinkButton } from '../shared/LinkButton'
import { countWords } from '../shared/words'
import { CardTitle } from './CardTitle'
import { orderedNames } from './factWords'
import { PlaceReports } from './PlaceReports'

/** One district in the slice: its names, counts by group, and its reports, each of which opens. */
export function AreaDetails({ area }: { readonly area: Area }) {
  const reports = rowsInArea(dataset.value, slice.value, area.id)
  const onFile = useMemo(() => countInArea(dataset.value, area.id), [dataset.value, area.id])
  const [lead, ...others] = orderedNames(area)
  const only = chosen.value.area.size === 1 && chosen.value.area.has(area.id)
  const approximate = slice.value.areas.get(area.id)?.approximate ?? 0
  return (
    <div class="details">
      <CardTitle>
        {lead?.text}{' '}
        <span class="other-names">
          {others.map(({ text, language }, index) => (
            <span key={language}>
              {index > 0 && ' · '}
              <span lang={language}>{text}</span>
            </span>
          ))}
        </span>
      </CardTitle>
      <PlaceReports reports={reports} onFile={onFile} area={area.id}>
        <Parts area={area} reports={reports} />
        {approximate > 0 && <p class="quiet">{card.approximate({ n: approximate })}</p>}
        {!area.label && <p class="quiet">{card.noOutline()}</p>}
      </PlaceReports>
      <p class="details-areas">
        <LinkButton aria-pressed={only} onClick={() => choose('area', only ? [] : [area.id])}>
          {only ? card.showAll() : card.showOnly({ area: area.name })}
        </LinkButton>
      </p>
    </div>
  )
}

/** Why the number of reports is not that of the district's ring, if some are at settlements. */
function Parts({ area, reports }: { readonly area: Area; readonly reports: SelectedRows }) {
  const index = dataset.value.areaIds.indexOf(area.id)
  const isAtSite = (row: number) => hasSiteIn(dataset.value, row, index)
  const settlements = keepRows(reports, isAtSite)
  if (settlements.rows.length === 0) return null
  const district = keepRows(reports, (row) => !isAtSite(row))
  const words = {
    settlements: countWords(countRows(dataset.value, settlements)),
    district: countWords(countRows(dataset.value, district)),
  }
  return <p class="quiet">{card.parts(words)}</p>
}
