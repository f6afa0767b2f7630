import { effect } from '@preact/signals'
import { render } from 'preact'
import { note, setSystemTheme, showDataset } from './app/actions'
import { followUrl, openOthers, settleAddress } from './app/address'
import { readInterfaceLanguage } from './app/interfaceLanguage'
import * as state from './app/state'
import { readUrl } from './app/url'
import { language, loadLanguage } from './messages/language'
import { page } from './messages/page'
import { loadDataset } from './open/loadShipped'
import { App } from './ui/App'

const root = document.documentElement
const host = document.getElementById('app')
if (!host) throw new Error('index.html has no element with the id "app"')

const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const readSystemTheme = () => {
  setSystemTheme(darkSystem.matches ? 'dark' : 'light')
}
readSystemTheme()
darkSystem.addEventListener('change', readSystemTheme)
effect(() => {
  root.dataset.theme = state.theme.value
})

const interfaceLanguage = readInterfaceLanguage(location.search)
if (interfaceLanguage !== null) await speak(interfaceLanguage)
const reading = readUrl(location.search)
render(<App />, host)

if (state.dataKey.value === null && state.boundariesKey.value === null) {
  showDataset(await loadDataset(), null, null)
} else {
  for (const problem of await openOthers()) note(problem)
}
settleAddress(reading).forEach(note)
followUrl((problems) => problems.forEach(note))
void followLongSearches()
root.dataset.ready = 'true'

/** Only the reader's own files can be so many reports that a search of them takes a while. */
async function followLongSearches(): Promise<void> {
  try {
    const { followQuery } = await import('./app/searching')
    followQuery()
  } catch {
    note(page.searchNotLoaded())
  }
}

/** Before the first text is drawn. The page stays English when the language cannot be loaded. */
async function speak(id: string): Promise<void> {
  try {
    await loadLanguage(id)
    root.lang = language()
  } catch {
    note(page.languageNotLoaded())
  }
}
