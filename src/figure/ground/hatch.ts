/** A square tile with lines across, which repeats without a seam. */
export interface Hatch {
  /** Side of the tile, px. */
  readonly side: number
  /** SVG path data of the lines. */
  readonly d: string
  readonly colour: 'rule' | 'ink'
  readonly width: number
  readonly opacity: number
}

export type HatchId = 'silent' | 'approximate'

/** `silent`: no report on file, in any slice. `approximate`: counts placed only approximately. */
export const HATCHES: Readonly<Record<HatchId, Hatch>> = {
  silent: { side: 7, d: drawLines(7, -1), colour: 'rule', width: 0.7, opacity: 0.8 },
  approximate: { side: 6, d: drawLines(6, 1), colour: 'ink', width: 0.8, opacity: 0.32 },
}

/** One line through the tile and two through its corners; `slope` 1 goes down to the right. */
function drawLines(side: number, slope: 1 | -1): string {
  const [start, length] = slope === 1 ? [-1, side + 2] : [side + 1, -side - 2]
  return [-side, 0, side].map((x) => `M${x - 1} ${start}l${side + 2} ${length}`).join('')
}
