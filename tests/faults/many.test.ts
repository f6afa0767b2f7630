import { expect, test } from 'vitest'
import { MAX_ZOOM } from '../../src/figure/camera'
import { placeSites } from '../../src/figure/siteMarks'
import { rowsAtSite } from '../../src/query/rowsAtPlace'
import { findSite } from '../../src/query/siteIds'
import { sliceDataset } from '../../src/query/sliceDataset'
import { values } from '../map/fixtures'
import { everything } from '../support/fixtures'
import { openGuessed, openReports, textFile } from '../support/open'
import { collection, list, OWN, row, table } from './inputs'

const FORTY = 40

const points = list(FORTY, (index) => ({
  type: 'Feature',
  id: `q${index}`,
  properties: { date: '2022-11-29', text: `Example ${index}` },
  geometry: { type: 'Point', coordinates: [46.7489, 39.7585] },
}))
const named = list(FORTY, (index) => row(`p${index}`, { more: `,Shusha,46.7489,39.7585` }))

test.each([
  [
    'a named settlement',
    () => openReports([textFile(table(`${OWN},settlements,lon,lat`, ...named))]),
  ],
  ['points without a name', () => openGuessed(textFile(collection(points), 'points.geojson'))],
])('all of forty reports at %s are in their one mark, at any zoom', async (_, opened) => {
  const { dataset } = await opened()
  const slice = sliceDataset(dataset, everything(dataset))
  for (let zoom = 0; zoom <= MAX_ZOOM; zoom++) {
    const [place, ...others] = placeSites(values(dataset, slice), zoom)
    expect(others).toEqual([])
    expect(place?.mark.picture.text).toBe(String(FORTY))
    expect(place?.mark.label()).toContain(`${FORTY} reports`)
    expect(place?.mark.zoomsIn ?? false).toBe(false)
    const site = findSite(dataset.sites, place?.mark.site ?? '')
    expect(rowsAtSite(dataset, slice, site).rows).toHaveLength(FORTY)
  }
})
