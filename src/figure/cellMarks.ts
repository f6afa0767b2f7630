import { map as texts } from '../messages/compiled/map'
import { type Cell, MAX_SITES } from '../query/countCells'
import { sumGroups } from '../query/groups'
import { avoid, type Obstacle } from './layout/avoid'
import { countText, diamondRadius } from './markPicture'
import { findCircles, type Mark, type MarkValues } from './marks'
import { markWords } from './markWords'
import { districtWords } from './nameForms'
import { nameOfArea, settlementMark } from './siteMarks'

/** More buttons take too long to draw at each step of the window. */
const MAX_MARKS = 300
/** Circles that cover a name of usual length under a ring, px. */
const NAME = { radius: 9, below: 13, along: [-40, -20, 0, 20, 40] } as const

/**
 * Marks for the cells of a dataset with very many sites: the settlements of a cell where they are
 * few, else a bin with its number of reports, which zooms in. Bins avoid settlements, the given
 * rings and the names under them. `zoom`: the lowest that these marks are for.
 */
export function placeCells(
  cells: readonly Cell[],
  values: Omit<MarkValues, 'slice'>,
  rings: readonly Mark[],
  zoom: number,
): Mark[] {
  const maxSites = findMaxSites(cells)
  const isFew = ({ sites }: Cell) => sites !== null && sites.length <= maxSites
  const settlements = cells
    .filter(isFew)
    .flatMap(({ sites }) => sites ?? [])
    .map(({ site, groups, row }) => settlementMark(values, site, groups, row))
  const crowded = cells.filter((cell) => !isFew(cell))
  const bins = crowded.map((cell) => binMark(cell, values))
  const ringObstacles = findObstacles(rings)
  const others = [...ringObstacles.flatMap(coverName), ...findObstacles(settlements)]
  const offsets = avoid(findCircles(bins), others, ringObstacles, zoom)
  const moved = bins.map((bin, at): Mark => ({ ...bin, offset: offsets[at] ?? [0, 0] }))
  return [...moved, ...settlements]
}

/** The most settlements that a cell may show without too many marks; at least one. */
function findMaxSites(cells: readonly Cell[]): number {
  let max = MAX_SITES
  const countMarks = ({ sites }: Cell) => (sites && sites.length <= max ? sites.length : 1)
  while (max > 1 && cells.reduce((sum, cell) => sum + countMarks(cell), 0) > MAX_MARKS) max--
  return max
}

function binMark(
  { id, middle, area: areaIndex, groups }: Cell,
  { dataset, colouring, lang }: Omit<MarkValues, 'slice'>,
): Mark {
  const area = dataset.areaIds[areaIndex] ?? null
  const { conflict } = dataset
  const count = sumGroups(groups)
  const text = countText(count.certain, count.possible)
  const near = districtWords(dataset, area, lang)
  return {
    id: `bin:${id}`,
    at: middle,
    offset: [0, 0],
    area,
    site: null,
    incident: null,
    zoomsIn: true,
    label: () => texts.around({ ...near, counts: markWords(count, groups, conflict, colouring) }),
    order: `${nameOfArea(dataset, area)}, ${id}`,
    picture: {
      shape: 'stack',
      ...groups,
      radius: diamondRadius(text),
      text,
    },
  }
}

function findObstacles(marks: readonly Mark[]): Obstacle[] {
  return marks.map(({ at, picture: { radius }, offset }) => ({
    at,
    radius,
    offset,
  }))
}

/** The room for the name under a ring. */
function coverName({ at, radius, offset: [x, y] }: Obstacle): Obstacle[] {
  return NAME.along.map((dx) => ({
    at,
    radius: NAME.radius,
    offset: [x + dx, y + radius + NAME.below],
  }))
}
