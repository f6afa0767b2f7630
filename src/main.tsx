import { effect } from '@preact/signals'
import { render } from 'preact'
import { note, setInterfaceLanguage, setSystemTheme, showRecords } from './app/actions'
import { followUrl, openOthers, settleAddress } from './app/address'
import { followDates, loadDateReader } from './app/dateReader'
import { followHost } from './app/embedding'
import { SHIPPED_CONFLICT } from './app/shippedConflict'
import * as state from './app/state'
import { readUrl } from './app/url'
import { page } from './messages/compiled/page'
import { LANGUAGES, language, loadLanguage } from './messages/language'
import { loadDataset } from './open/loadShipped'
import { mayHoldDate } from './query/search/readQuery'
import { App } from './ui/App'
import { followPartyColours } from './ui/shared/partyStyles'

/** The first view comes first. */
const REST_AFTER_MS = 3000
const root = document.documentElement

const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const readSystemTheme = () => {
  setSystemTheme(darkSystem.matches ? 'dark' : 'light')
}
readSystemTheme()
darkSystem.addEventListener('change', readSystemTheme)
effect(() => {
  root.dataset.theme = state.theme.value
})

followPartyColours()
const wanted = new URLSearchParams(location.search).get('lang') ?? ''
if (LANGUAGES.includes(wanted)) await speak(wanted)
const reading = readUrl(location.search)
const app = document.getElementById('app') as HTMLElement
app.replaceChildren()
render(<App />, app)

if (mayHoldDate(state.query.value)) await loadDateReader()
if (state.dataKey.value === null && state.boundariesKey.value === null) {
  showRecords(await loadDataset(SHIPPED_CONFLICT))
} else {
  for (const problem of await openOthers()) note(problem)
}
settleAddress(reading).forEach(note)
followDates()
followUrl((problems) => problems.forEach(note))
followHost((problems) => problems.forEach(note))
root.dataset.ready = 'true'
setTimeout(prepareRest, REST_AFTER_MS)

/** Printing, until which the browser prints the screen, and opening without a network. */
async function prepareRest(): Promise<void> {
  const [{ followPrint }, { keepOffline }] = await Promise.all([
    import('./ui/print/printing'),
    import('./app/offline'),
  ])
  followPrint()
  // A browser that keeps nothing, as in a private window, needs its network.
  await keepOffline().catch(() => {})
}

/** Before the first text is drawn. The page stays English when the language cannot be loaded. */
async function speak(id: string): Promise<void> {
  try {
    await loadLanguage(id)
    root.lang = language()
    setInterfaceLanguage(id)
  } catch {
    note(page.languageNotLoaded())
  }
}
