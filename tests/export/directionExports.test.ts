import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { withoutGuard } from '../../src/csv/formula'
import { directionsCsv, directionsGeoJson } from '../../src/export/directionExports'
import { geoJsonText } from '../../src/export/reportsGeojson'
import { countDirections } from '../../src/query/directions'
import { sumGroups } from '../../src/query/groups'
import { sliceDataset } from '../../src/query/sliceDataset'
import { someDataset, someFilter } from '../support/arbitraries'
import { META } from '../support/fixtures'
import { faultsOf } from '../support/rfc7946'

test('GeoJSON and CSV have the pairs, their numbers and reports, whatever the slice', () => {
  fc.assert(
    fc.property(someDataset, someFilter, (dataset, filter) => {
      const slice = sliceDataset(dataset, filter)
      const { pairs, missing } = countDirections(dataset, slice)
      const collection = JSON.parse(geoJsonText(directionsGeoJson(dataset, slice, META)))
      expect(faultsOf(collection)).toEqual([])
      expect(collection.contactline.not_in_a_pair).toEqual(missing)
      const { data } = Papa.parse<Record<string, string>>(directionsCsv(dataset, slice).trim(), {
        header: true,
        delimiter: ',',
      })
      expect(data).toHaveLength(pairs.length)
      pairs.forEach(({ id, origin, target, groups, rows }, index) => {
        const { certain, possible } = sumGroups(groups)
        const feature = collection.features[index]
        const ids = rows.map((row) => dataset.incidents[row]?.id).join('; ')
        const counts = { reports: certain + possible, reports_certain: certain }
        expect(feature).toMatchObject({
          id,
          properties: { origin: origin.name, target: target.name, ...counts, report_ids: ids },
        })
        const cells = data[index] ?? {}
        const ends = [cells.origin_lon, cells.origin_lat, cells.target_lon, cells.target_lat]
        if (feature.geometry) expect(feature.geometry.coordinates.flat().map(String)).toEqual(ends)
        for (const [name, value] of Object.entries(feature.properties)) {
          expect(withoutGuard(cells[name] ?? ''), name).toBe(String(value))
        }
      })
    }),
  )
})
