import { mulberry32 } from './random'

/** A place that events are near: its name, its areas and where it is. */
export interface GedPlace {
  readonly name: string
  readonly adm1: string
  readonly adm2: string
  readonly country: string
  readonly lon: number
  readonly lat: number
}

const SYLLABLES = 'al an ar ba da der el fa gha is ka kha lo ma mir na or qa ra sha ta ur va ya zar'
  .split(' ')
  .map((each) => each[0]?.toUpperCase() + each.slice(1))
/** Countries of the whole world with so many provinces each, and districts in each of them. */
const WORLD = { countries: 120, provinces: 15, districts: 8 }
/** Half the size of a district, in degrees, and the number of its settlements. */
const DISTRICT = { size: 0.12, settlements: 6 }
/** Where most people live, roughly: west, south, east, north. */
const LANDS = [
  [-5, 5, 45, 15],
  [12, -25, 38, 3],
  [30, 12, 60, 40],
  [62, 10, 95, 34],
  [95, 5, 125, 25],
  [-100, -20, -50, 20],
  [10, 42, 45, 58],
] as const

/** Settlements around the centres of districts: seeded, with made-up names. */
export function settlementsOf(
  districts: readonly Omit<GedPlace, 'name'>[],
  seed: number,
): readonly GedPlace[] {
  const random = mulberry32(seed)
  return districts.flatMap((district) =>
    Array.from({ length: DISTRICT.settlements }, () => {
      const shift = () => (random() + random() - 1) * DISTRICT.size
      const round = (degrees: number) => Math.round(1e6 * degrees) / 1e6
      const [lon, lat] = [round(district.lon + shift()), round(district.lat + shift())]
      return { ...district, name: nameOf(random), lon, lat }
    }),
  )
}

/** Districts all over the world. */
export function worldDistricts(seed: number): readonly Omit<GedPlace, 'name'>[] {
  const random = mulberry32(seed)
  return Array.from({ length: WORLD.countries }, (_, index) => {
    const [west, south, east, north] = LANDS[index % LANDS.length] ?? LANDS[0]
    const country = nameOf(random)
    const [x, y] = [west + random() * (east - west), south + random() * (north - south)]
    return Array.from({ length: WORLD.provinces }, () => {
      const adm1 = `${nameOf(random)} province`
      const [lon, lat] = [x + 6 * random() - 3, y + 6 * random() - 3]
      return Array.from({ length: WORLD.districts }, () => {
        const adm2 = `${nameOf(random)} district`
        return { adm1, adm2, country, lon: lon + random(), lat: lat + random() }
      })
    })
  }).flat(2)
}

function nameOf(random: () => number): string {
  const one = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? ''
  const [first, ...others] = Array.from({ length: 2 + Math.floor(random() * 2) }, one)
  return `${first}${others.join('').toLowerCase()}`
}
