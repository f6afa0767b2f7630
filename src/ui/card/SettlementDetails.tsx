import { useMemo } from 'preact/hooks'
import { select } from '../../app/actions'
import { dataset, names, slice } from '../../app/state'
import { districtWords } from '../../figure/nameForms'
import { card } from '../../messages/compiled/card'
import { countOnFile } from '../../query/countSites'
import { rowsAtSite } from '../../query/rowsAtPlace'
import { LinkButton } from '../shared/LinkButton'
import { CardTitle } from './CardTitle'
import { PlaceReports } from './PlaceReports'

interface Props {
  /** An index into Dataset.sites. */
  readonly site: number
}

/** One settlement in the slice: counts by group, and its reports, each of which opens. */
export function SettlementDetails({ site }: Props) {
  const { sites, areaIds } = dataset.value
  const id = areaIds[sites.area[site] ?? -1] ?? null
  const known = useMemo(() => countOnFile(dataset.value)[site] ?? 0, [dataset.value, site])
  const onFile = dataset.value.whole ? 0 : known
  const { district: area } = districtWords(dataset.value, id, names.value)
  return (
    <div class="details">
      <CardTitle>{sites.names.at(site) || area || card.placeUnnamed()}</CardTitle>
      {id && <p class="quiet">{card.namedSettlement({ area })}</p>}
      <PlaceReports
        reports={rowsAtSite(dataset.value, slice.value, site)}
        onFile={onFile}
        area={id}
      />
      {id && (
        <p class="details-areas">
          <LinkButton onClick={() => select({ kind: 'area', id })}>
            {card.allIn({ area })}
          </LinkButton>
        </p>
      )}
    </div>
  )
}
