import { useRef } from 'preact/hooks'
import { showPanel } from '../../app/actions'
import { conflict, folder, panel } from '../../app/state'
import { panel as texts } from '../../messages/compiled/panel'
import { UnreadReports } from '../folder/UnreadReports'
import { ReportList } from '../list/ReportList'
import { LazyPart } from '../shared/LazyPart'

type View = typeof panel.value

const ALWAYS: readonly View[] = ['reports', 'claims', 'sources']
const loadClaims = () => import('../views/ClaimsView').then((module) => module.ClaimsView)
const loadOverlap = () => import('../overlap/OverlapView').then((module) => module.OverlapView)
const loadSources = () => import('../views/SourcesView').then((module) => module.SourcesView)

/** Three views of the slice, as tabs of the ARIA practices guide. */
export function PanelTabs() {
  const tabs = useRef<HTMLDivElement>(null)
  const shown: readonly View[] = conflict.value.datasets ? [...ALWAYS, 'overlap'] : ALWAYS
  const chosen = shown.includes(panel.value) ? panel.value : 'reports'
  const isCoded = conflict.value.columnLabels !== undefined
  const move = (event: KeyboardEvent) => {
    const to = nextTab(event.key, chosen, shown)
    if (!to) return
    event.preventDefault()
    showPanel(to)
    tabs.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus()
  }
  return (
    <>
      <div ref={tabs} class="tabs" role="tablist" aria-label={texts.views()} onKeyDown={move}>
        {shown.map((id) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            class="tab"
            aria-selected={id === chosen}
            aria-controls={id === chosen ? 'list' : undefined}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => showPanel(id)}
          >
            {texts.view({ view: id === 'claims' && isCoded ? 'coded' : id })}
          </button>
        ))}
      </div>
      <div id="list" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
        {folder.value && chosen !== 'reports' && <UnreadReports />}
        {chosen === 'reports' && <ReportList />}
        {chosen === 'claims' && <LazyPart key="claims" load={loadClaims} />}
        {chosen === 'overlap' && <LazyPart key="overlap" load={loadOverlap} />}
        {chosen === 'sources' && <LazyPart key="sources" load={loadSources} />}
      </div>
    </>
  )
}

/** The tab that a key leads to: arrows wrap around; null for other keys. */
function nextTab(key: string, from: View, tabs: readonly View[]): View | null {
  const index = tabs.indexOf(from)
  const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[key]
  return to === undefined ? null : (tabs.at(to % tabs.length) ?? null)
}
