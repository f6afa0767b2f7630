import { render } from 'preact'
import { errorText } from './issues/errorText'
import { errors } from './messages/compiled/errors'
import { messagesReady } from './messages/language'
import { DATA, loadJson } from './open/fetchFile'
import type { Version } from './schema/releases'

/** The page of versions, separate from the map: it needs no record, and has its own address. */

// The map links here with its query: the theme chosen there holds here, and the way back keeps the
// slice.
const chosen = new URLSearchParams(location.search).get('theme')
const dark = matchMedia('(prefers-color-scheme: dark)')
const followTheme = () => {
  const isDark = chosen === 'dark' || (chosen !== 'light' && dark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}
followTheme()
dark.addEventListener('change', followTheme)

// By dynamic import, or the build would put all of it into the script that both pages share.
const [{ VersionsPage }, versions] = await Promise.all([
  import('./ui/about/VersionsPage'),
  versionsOrProblem(),
])
await messagesReady()
try {
  show(versions)
} catch {
  show(new Error(errors.versionsDamaged()))
}
document.documentElement.dataset.ready = 'true'

/** Into an element of its own, which a failure leaves off the page. */
function show(found: readonly Version[] | Error): void {
  const content = document.createElement('div')
  render(<VersionsPage versions={found} map={`./${location.search}`} />, content)
  document.getElementById('app')?.replaceChildren(content)
}

async function versionsOrProblem(): Promise<readonly Version[] | Error> {
  try {
    return (await loadJson(`${DATA}versions.json`)) as Version[]
  } catch (error) {
    return new Error(errorText(error))
  }
}
