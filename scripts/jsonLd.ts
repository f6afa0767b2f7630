import { readFileSync } from 'node:fs'
import { formatDay } from '../src/model/day'
import { joinedDataset } from './allReports'

const BLOCK = /(<script type="application\/ld\+json">)(.*?)(<\/script>)/s

/**
 * Fills the JSON-LD of a page, where it has one, with what is known of the dataset in a folder: name, version, date
 * of release and the first and last day of its reports.
 */
export function fillJsonLd(html: string, folder: string): string {
  return html.replace(BLOCK, (_, start: string, json: string, end: string) => {
    const info = JSON.parse(readFileSync(`${folder}/dataset.json`, 'utf8'))
    const { from, to } = joinedDataset(folder).span
    const filled = {
      ...JSON.parse(json),
      name: info.name,
      version: info.version,
      datePublished: info.released,
      temporalCoverage: `${formatDay(from)}/${formatDay(to)}`,
    }
    return start + JSON.stringify(filled).replaceAll('<', '\\u003c') + end
  })
}
