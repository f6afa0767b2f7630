import { PanelLeft, PictureInPicture, X } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { select } from '../../app/actions'
import { dataset, chosen as filtered, selection } from '../../app/state'
import { card as texts } from '../../messages/compiled/card'
import { page } from '../../messages/compiled/page'
import type { AreaId } from '../../model/ids'
import type { Incident } from '../../model/report'
import { NOT_LOCATED } from '../../model/vocabulary'
import { findSite } from '../../query/siteIds'
import { cardMode, isDocked, popupPosition } from '../map/popupPlace'
import { IconButton } from '../shared/IconButton'
import { LazyPart } from '../shared/LazyPart'
import { AreaDetails } from './AreaDetails'
import { CitationActions } from './Citation'
import { Neighbours } from './Neighbours'
import { ReportDetails } from './ReportDetails'
import { SettlementDetails } from './SettlementDetails'
import { dragSheet, SheetGrip } from './SheetGrip'

const loadDirection = () => import('./DirectionDetails').then((module) => module.DirectionDetails)

/**
 * The selection in a card. When the user opens something its title takes the focus, which goes back
 * when the card closes. Escape closes it.
 */
export function SelectionCard() {
  const chosen = selection.value
  const card = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLElement | null>(null)
  const { incidents, rowOf, areas, areaIds, sites } = dataset.value
  const row = chosen?.kind === 'incident' ? rowOf.get(chosen.id) : undefined
  const incident = row === undefined ? undefined : incidents.at(row)
  const isDirection = chosen?.kind === 'direction'
  const area = chosen?.kind === 'area' ? areas.get(chosen.id) : undefined
  const site = chosen?.kind === 'settlement' ? findSite(sites, chosen.id) : -1
  const place = useRef<AreaId | null>(null)
  if (incident && !(place.current && incident.areas.includes(place.current)))
    place.current = placeToFollow(incident)
  if (area) place.current = area.id
  if (site >= 0) place.current = areaIds[sites.area[site] ?? -1] ?? null
  const isSheet = cardMode.value === 'sheet'
  const key = JSON.stringify(chosen)
  const last = useRef(incident?.id)
  last.current = incident?.id ?? last.current
  // Before the old content goes, and the focus with it.
  const hadFocus = card.current?.contains(document.activeElement)

  // Immediately, not after the next frame: the first key would still go to the opener.
  useLayoutEffect(() => {
    const { activeElement: active, body } = document
    const isFocused = active instanceof HTMLElement && active !== body
    if (isFocused && !card.current?.contains(active)) opener.current = active
    // A press on the ground of the figure focuses nothing; a link opens a card without the user.
    if (!isFocused && !hadFocus && !navigator.userActivation.isActive) return
    const title = card.current?.querySelector<HTMLElement>('#card-title')
    const target = title ?? card.current
    target?.focus({ preventScroll: true })
  }, [key])
  useLayoutEffect(
    () => () => {
      const { activeElement: active, body } = document
      if (active !== body && !card.current?.contains(active)) return
      const listed = document.querySelector<HTMLElement>(
        `[data-incident="${CSS.escape(last.current ?? '')}"] button`,
      )
      const target = opener.current?.isConnected ? opener.current : listed
      target?.focus()
    },
    [],
  )

  if (!incident && !area && !isDirection && site < 0) return null
  return (
    <div
      ref={card}
      class="card"
      role="dialog"
      aria-labelledby="card-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') select(null)
      }}
      onPointerDown={isSheet ? dragSheet : undefined}
    >
      {isSheet && <SheetGrip />}
      <div class="card-tools">
        {popupPosition.value && (
          <IconButton
            icon={isDocked.value ? PictureInPicture : PanelLeft}
            label={isDocked.value ? texts.undock() : texts.dock()}
            onClick={() => {
              isDocked.value = !isDocked.value
            }}
          />
        )}
        <IconButton icon={X} label={page.close()} onClick={() => select(null)} />
      </div>
      <div class="card-body" key={key}>
        {incident && <ReportDetails incident={incident} />}
        {site >= 0 && <SettlementDetails site={site} />}
        {area && <AreaDetails area={area} />}
        {isDirection && <LazyPart load={loadDirection} />}
      </div>
      {incident && row !== undefined && (
        <div class="card-foot">
          <Neighbours row={row} area={place.current ?? NOT_LOCATED} />
          <CitationActions incident={incident} />
        </div>
      )}
    </div>
  )
}

/** Where a report's neighbours are: in a district that is filtered for, else in its first one. */
function placeToFollow({ areas }: Incident): AreaId {
  return areas.find((id) => filtered.value.area.has(id)) ?? areas[0] ?? NOT_LOCATED
}
