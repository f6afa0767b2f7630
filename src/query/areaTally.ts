import type { AreaSets } from '../store/groupKeys'

/**
 * Numbers by set of areas (`width` for each) as numbers by area: the rows of a set are in each area of it. Leaves in `bySet`
 * the numbers of each set with those of the sets that grew from it.
 */
export function tallyAreas(
  { count, parent, area }: AreaSets,
  bySet: Int32Array,
  width: number,
  areas: number,
): Int32Array {
  const byArea = new Int32Array(areas * width)
  // The last first: a set comes after its parent.
  for (let set = count - 1; set > 0; set--) {
    const inArea = (area[set] ?? 0) * width
    const inParent = (parent[set] ?? 0) * width
    for (let place = 0; place < width; place++) {
      const rows = bySet[set * width + place] ?? 0
      byArea[inArea + place] = (byArea[inArea + place] ?? 0) + rows
      bySet[inParent + place] = (bySet[inParent + place] ?? 0) + rows
    }
  }
  return byArea
}
