import { render } from 'preact'
import { DATA, loadJson } from './data/load'
import { parseVersions, type Version } from './data/versions'
import { VersionsPage } from './ui/VersionsPage'

/** The page of versions, apart from the map: it needs no record, and has an address of its own. */
const host = document.getElementById('app')
if (!host) throw new Error('versions.html has no element with the id "app"')

const dark = matchMedia('(prefers-color-scheme: dark)')
const followTheme = () => {
  document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light'
}
followTheme()
dark.addEventListener('change', followTheme)

render(<VersionsPage versions={await versionsOrProblem()} />, host)
document.documentElement.dataset.ready = 'true'

async function versionsOrProblem(): Promise<readonly Version[] | Error> {
  try {
    return parseVersions(await loadJson(`${DATA}versions.json`))
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
