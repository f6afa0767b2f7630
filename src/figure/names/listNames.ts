import type { Feature, FeatureCollection } from 'geojson'
import type { LanguageId } from '../../model/conflict'
import type { Position } from '../../model/place'
import { type Camera, type Pixel, project } from '../camera'
import type { Figure } from '../figure'
import { hiddenLayers, valueAt } from '../ground/groundStyle'
import { scaleAt } from '../layout/avoid'
import type { AreaPlace } from '../marks'
import { type Names, regionName } from '../nameForms'
import type { SitePlace } from '../siteMarks'
import type { Name, NameForm, Run } from './labels'
import {
  COUNTRY_ANCHORS,
  DOT,
  NAME_GAP,
  NAME_STYLES,
  NAME_ZOOM,
  type NamePlace,
  type NameStyle,
  placesAround,
  placesBeside,
  placesInCircle,
  SITE_ANCHORS,
  TOWN_ANCHORS,
  TOWN_ZOOM,
} from './nameStyle'

/** Rings and focus districts have places for their names farther away, too, px. */
const FARTHER = [12, 20, 30, 40, 52, 64, 80, 96, 128]
/** Names of places this far outside the view may still reach into it, px. */
const REACH = 100

/** What names follow from. */
export type NamedFigure = Omit<Figure, 'districts'>

/** The names that are shown at a camera, in the order in which they are placed. */
export function listNames(
  {
    areas,
    sites,
    geography: { ground, districts },
    marks: { conflict },
    lang,
    hidden,
  }: NamedFigure,
  camera: Camera,
): Name[] {
  const off = hiddenLayers(hidden)
  const { zoom } = camera
  const ranked = areas.toSorted((a, b) => sortOf(a) - sortOf(b))
  const isQuiet = (place: AreaPlace) => rankOf(place) === 'quiet'
  const seats = new Set(namedAfterTowns(districts))
  const form = lang === conflict.languages[0].id ? null : `name_${lang}`
  const towns = (ground.towns?.features ?? [])
    .toSorted((a, b) => townRank(a) - townRank(b))
    .flatMap((town) => townName(town, camera, seats, form))
  const labels = ground.labels?.features ?? []
  const layers: readonly (readonly [id: string, isAtZoom: boolean, list: () => Name[]])[] = [
    ['names', true, () => ranked.filter((place) => !isQuiet(place)).map(areaName(camera))],
    ['site-names', true, () => findNamedSites(sites, zoom).map(siteName(camera))],
    ['towns', true, () => towns.filter(({ forms }) => forms.length > 0)],
    [
      'quiet-names',
      zoom >= NAME_ZOOM.quietFrom,
      () => ranked.filter(isQuiet).map(areaName(camera)),
    ],
    ['towns', true, () => towns.filter(({ forms }) => forms.length === 0)],
    ['water-names', true, () => labels.filter(isKind('water')).map(waterName(camera))],
    [
      'countries',
      zoom < NAME_ZOOM.countriesUntil,
      () => labels.filter(isKind('country')).map(countryName(camera, lang)),
    ],
  ]
  const names = layers.flatMap(([id, isAtZoom, list]) => (isAtZoom && !off.has(id) ? list() : []))
  return names.filter(({ at: [x, y] }) => {
    const isNear = x > -REACH && y > -REACH
    return isNear && x < camera.width + REACH && y < camera.height + REACH
  })
}

/** A level farther out shows four times the ground: a settlement needs four times the reports. */
function findNamedSites(sites: readonly SitePlace[], zoom: number): SitePlace[] {
  const least = 4 ** (NAME_ZOOM.allSites - zoom)
  return sites.filter(({ count }) => count >= least).sort((a, b) => b.count - a.count)
}

/** A city's own district has the name of its town: of the two, the town's label is the better. */
function namedAfterTowns({ features }: FeatureCollection): string[] {
  return features.flatMap(({ properties }) =>
    properties?.kind !== 'city' && typeof properties?.name === 'string' ? [properties.name] : [],
  )
}

type Rank = 'focus' | 'counted' | 'quiet'

/** How a district is named. */
function rankOf({ district, count }: AreaPlace): Rank {
  if (district.focus) return 'focus'
  return count > 0 ? 'counted' : 'quiet'
}

/** Names are placed in this order: focus districts, then by number of reports. */
function sortOf({ district, count }: AreaPlace): number {
  return (district.focus ? 0 : 1_000_000) - count
}

function areaName(camera: Camera): (place: AreaPlace) => Name {
  const { zoom } = camera
  return (place) => {
    const rank = rankOf(place)
    const radius = (place.mark?.picture.radius ?? 0) * scaleAt(zoom)
    const offset = place.mark?.offset ?? [0, 0]
    const text = textOf(place.names, rank, zoom)
    const lead = text.slice(0, 1).map((runs) => runs.slice(0, 1))
    const around = placesAround(radius, offset)
    const [x, y] = project(camera, place.at)
    const isInView = x >= 0 && y >= 0 && x <= camera.width && y <= camera.height
    const isNeeded = rank === 'focus' && isInView
    // Without a ring, it may be anywhere in its district.
    const reach = place.mark ? 0 : place.district.room * 2 ** zoom
    const inside = FARTHER.filter((by) => by < reach).flatMap((by) => placesAround(by, offset))
    const forms: NameForm[] = [
      { text, places: [...around, ...inside] },
      { text: lead, places: [...around, ...inside] },
    ]
    if (isNeeded || place.mark) {
      forms.push({
        text: lead,
        places: placesFarther(radius, offset),
        isLed: true,
      })
    }
    const quiet = [{ text, places: placesBeside(['center'], 0) }]
    return {
      ...setAt(place.at, camera, NAME_STYLES[rank]),
      forms: rank === 'quiet' ? quiet : forms,
      mark: { middle: offset, radius, area: place.district.id },
      isNeeded,
    }
  }
}

/** Made one by one: most names need none of them. */
function* placesFarther(radius: number, offset: Pixel): Generator<NamePlace> {
  for (const by of FARTHER) yield* placesInCircle(radius, offset, by)
}

/**
 * **Kalbajar** Kəlbəcər: the chosen form, then the second, lighter, and where there is room all
 * others.
 */
function textOf({ lead, second, others }: Names, rank: Rank, zoom: number): Run[][] {
  const style: NameStyle = NAME_STYLES[rank]
  const first: Run = { text: lead, isBold: style.isBold === true, colour: style.colour }
  const light = (text: string): Run[] =>
    text === '' ? [] : [{ text, isBold: false, colour: 'inkSecond' }]
  if (rank === 'quiet') return [[first]]
  const isClose = zoom >= NAME_ZOOM.twoForms
  if (!isClose && rank === 'focus') return [[first], light(second)]
  if (!isClose) return [[first]]
  return [[first, ...light(second)], zoom >= NAME_ZOOM.allForms ? light(others) : []]
}

function siteName(camera: Camera): (place: SitePlace) => Name {
  const style = NAME_STYLES.site
  return ({ mark, name }) => ({
    ...setAt(mark.at, camera, style),
    forms: plain(name, style, placesBeside(SITE_ANCHORS, mark.picture.radius + NAME_GAP.site)),
    mark: { middle: mark.offset, radius: mark.picture.radius, area: null },
  })
}

function townName(
  feature: Feature,
  camera: Camera,
  seats: ReadonlySet<string>,
  form: string | null,
): Name[] {
  const rank = townRank(feature)
  if (camera.zoom < (TOWN_ZOOM[rank as 1] ?? TOWN_ZOOM[4])) return []
  const { name = '', name_alt: other, ...forms } = feature.properties ?? {}
  const style = NAME_STYLES[rank === 1 ? 'capital' : rank === 2 ? 'city' : 'town']
  const isSeat = seats.has(name) && camera.zoom < NAME_ZOOM.seats
  const both = other === undefined ? name : `${name} / ${other}`
  const text = form === null ? both : (forms[form] ?? name)
  const size = DOT.sizes[rank as 1] ?? DOT.otherSize
  return [
    {
      ...setAt(positionOf(feature), camera, style),
      forms: isSeat
        ? []
        : plain(text, style, placesBeside(TOWN_ANCHORS, NAME_GAP.town * style.size)),
      dot: size * DOT.half,
    },
  ]
}

function waterName(camera: Camera): (feature: Feature) => Name {
  const style = NAME_STYLES.water
  return (feature) => ({
    ...setAt(positionOf(feature), camera, style),
    forms: plain(feature.properties?.name ?? '', style, placesBeside(['center'], 0)),
  })
}

function countryName(camera: Camera, lang: LanguageId): (feature: Feature) => Name {
  const style = NAME_STYLES.country
  const size = valueAt(style.sizes, camera.zoom)
  return (feature) => ({
    ...setAt(positionOf(feature), camera, style),
    forms: plain(
      countryLabel(feature, lang).toUpperCase(),
      style,
      placesBeside(COUNTRY_ANCHORS, NAME_GAP.country * size),
    ),
    size,
  })
}

/** Those of the world are named by their codes. */
function countryLabel({ properties }: Feature, lang: LanguageId): string {
  const { iso, name = '' } = properties ?? {}
  return iso ? regionName(iso, lang) : String(name)
}

function setAt(at: Position, camera: Camera, style: NameStyle) {
  return { place: at, at: project(camera, at), style, size: style.size, dot: 0 }
}

function plain(text: string, { colour }: NameStyle, places: readonly NamePlace[]): NameForm[] {
  return [{ text: [[{ text, isBold: false, colour }]], places }]
}

function townRank({ properties }: Feature): number {
  return Number(properties?.rank ?? 4)
}

function isKind(kind: 'country' | 'water'): (feature: Feature) => boolean {
  return ({ properties }) => properties?.kind === kind
}

function positionOf({ geometry }: Feature): Position {
  return geometry.type === 'Point' ? (geometry.coordinates as unknown as Position) : [0, 0]
}
