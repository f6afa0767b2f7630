import { X } from 'lucide'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { select } from '../../app/actions'
import { dataset, selection } from '../../app/state'
import { page } from '../../messages/page'
import { findSite } from '../../query/siteIds'
import { Icon } from '../shared/Icon'
import { LazyPart } from '../shared/LazyPart'
import { AreaDetails } from './AreaDetails'
import { ReportDetails } from './ReportDetails'
import { SettlementDetails } from './SettlementDetails'

const loadDirection = () => import('./DirectionDetails').then((module) => module.DirectionDetails)

/**
 * The selection, in a popup on the map or in a card next to it. Takes the focus when the user opens
 * it and returns it when it closes. Escape closes it.
 */
export function SelectionCard() {
  const chosen = selection.value
  const card = useRef<HTMLDivElement>(null)
  const { incidents, rowOf, areas, sites } = dataset.value
  const row = chosen?.kind === 'incident' ? rowOf.get(chosen.id) : undefined
  const incident = row === undefined ? undefined : incidents.at(row)
  const isDirection = chosen?.kind === 'direction'
  const area = chosen?.kind === 'area' ? areas.get(chosen.id) : undefined
  const site = chosen?.kind === 'settlement' ? findSite(sites, chosen.id) : -1

  // Immediately, not after the next frame: the first key would still go to the opener.
  useLayoutEffect(() => {
    const opener = document.activeElement
    const byReader = opener instanceof HTMLElement && opener !== document.body
    if (!byReader) return
    card.current?.focus({ preventScroll: true })
    return () => {
      // The opener may be gone, if it was in a district's popup: focus the report in the list
      // instead.
      const listed = document.querySelector<HTMLElement>(`[data-incident="${incident?.id}"] button`)
      const target = opener.isConnected ? opener : listed
      target?.focus()
    }
  }, [])

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
    >
      <button
        type="button"
        class="card-close"
        aria-label={page.close()}
        onClick={() => select(null)}
      >
        <Icon of={X} />
      </button>
      {incident && <ReportDetails incident={incident} />}
      {site >= 0 && <SettlementDetails site={site} />}
      {area && <AreaDetails area={area} />}
      {isDirection && <LazyPart load={loadDirection} />}
    </div>
  )
}
