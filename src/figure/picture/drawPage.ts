import { round, writePath } from '../ground/writeGround'
import type { Palette } from '../palette'
import type { Scene } from '../scene'
import { element, escapeXml, writeDocument, writeScene } from '../toSvg'
import type { Page, TextLine } from './layOutPage'

/** Size of the numbers below a drawing of the legend, px. */
const NUMBER = { size: 10, below: 11 }

/** An SVG document, and its size in px. */
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** A picture as an SVG document of its own. `about` is read to people who cannot see it. */
export function drawPage(page: Page, scene: Scene, title: string, about: string): Picture {
  const { width, height, zoom, map, lines, keys } = page
  const { palette } = scene
  const size = { width: Math.round(width * zoom), height: Math.round(height * zoom) }
  const svg = writeDocument(size, { width, height, title, about }, [
    element('rect', { width, height, fill: palette.raised }),
    element('svg', { ...map }, ...writeScene(scene)),
    ...lines.map((line) => writeLine(line, palette)),
    ...keys.map(({ x, y, key }) =>
      element(
        'g',
        { transform: `translate(${round(x)} ${round(y)})`, fill: 'none' },
        ...key.paths.map((path) => writePath(path, element)),
        ...key.numbers.map(({ x, text }) =>
          element(
            'text',
            {
              x,
              y: key.height / 2 + NUMBER.below,
              'font-size': NUMBER.size,
              'text-anchor': 'middle',
              fill: palette.inkSecond,
            },
            escapeXml(text),
          ),
        ),
      ),
    ),
  ])
  return { svg, ...size }
}

function writeLine({ x, y, text, size, isBold, colour }: TextLine, palette: Palette): string {
  const weight = isBold ? 600 : undefined
  const look = { 'font-size': size, 'font-weight': weight, fill: palette[colour] }
  return element('text', { x, y, ...look }, escapeXml(text))
}
