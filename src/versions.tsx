import { render } from 'preact'
import { errorText } from './model/errorText'
import { DATA, loadJson } from './open/fetchFile'
import { parseVersions, type Version } from './schema/releases'
import { VersionsPage } from './ui/about/VersionsPage'

/** The page of versions, apart from the map: it needs no record, and has an address of its own. */
const host = document.getElementById('app')
if (!host) throw new Error('versions.html has no element with the id "app"')

// The page is opened from the map with its query: the theme chosen there holds here, and the way back keeps the slice.
const chosen = new URLSearchParams(location.search).get('theme')
const dark = matchMedia('(prefers-color-scheme: dark)')
const followTheme = () => {
  const isDark = chosen === 'dark' || (chosen !== 'light' && dark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}
followTheme()
dark.addEventListener('change', followTheme)

render(<VersionsPage versions={await versionsOrProblem()} map={`./${location.search}`} />, host)
document.documentElement.dataset.ready = 'true'

async function versionsOrProblem(): Promise<readonly Version[] | Error> {
  try {
    return parseVersions(await loadJson(`${DATA}versions.json`))
  } catch (error) {
    return new Error(errorText(error))
  }
}
