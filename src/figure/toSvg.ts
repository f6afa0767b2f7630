import { type Attributes, round, writeGround } from './ground/writeGround'
import type { ShapePath } from './markShape'
import type { Label, PlacedNames } from './names/labels'
import { DOT, FONTS, HALO_WIDTH, LEADER } from './names/nameStyle'
import { NOTE, type Scene } from './scene'

/**
 * Writes a scene as an SVG document of its own. It has presentation attributes only, which a strict
 * content security policy lets through.
 */
export function toSvg(scene: Scene): string {
  const { width, height, title, notes } = scene
  return writeDocument({ width, height }, { width, height, title, about: notes.join(' ') }, [
    ...writeScene(scene),
  ])
}

/** An SVG document of a size in px that shows `width` by `height` px of what is drawn. */
export function writeDocument(
  size: { readonly width: number; readonly height: number },
  view: {
    readonly width: number
    readonly height: number
    readonly title: string
    readonly about: string
  },
  content: readonly string[],
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${round(view.width)} ${round(view.height)}`,
      role: 'img',
      'font-family': [...FONTS, 'sans-serif'].join(', '),
    },
    element('title', {}, escapeXml(view.title)),
    element('desc', {}, escapeXml(view.about)),
    ...content,
  )
}

/** A scene as SVG elements, from the bottom to the top. */
export function writeScene(scene: Scene): string[] {
  const { width, height, notes, palette } = scene
  return [
    element('rect', { width, height, fill: palette.outside }),
    ...writeGround(scene, palette, element),
    ...scene.dots.map((dot) => drawDot(dot, scene)),
    ...scene.labels.flatMap((label) => drawLabel(label, scene)),
    ...scene.lines.map(drawMark),
    ...scene.marks.map(drawMark),
    ...notes.map((note, index) =>
      element(
        'text',
        {
          x: NOTE.room,
          y: height - NOTE.room - (notes.length - 1 - index) * NOTE.line,
          'font-size': NOTE.size,
          fill: palette.ink,
          ...halo(scene),
        },
        escapeXml(note),
      ),
    ),
  ]
}

function drawPath({ d, fill, stroke, strokeWidth, opacity }: ShapePath): string {
  return element('path', { d, fill, stroke, 'stroke-width': strokeWidth, opacity })
}

function drawDot({ at: [cx, cy], half }: PlacedNames['dots'][number], { palette }: Scene): string {
  const scale = half / DOT.half
  const circle = (r: number, fill: string) => element('circle', { cx, cy, r: r * scale, fill })
  return circle(DOT.radius + DOT.rim, palette.land) + circle(DOT.radius, palette.inkThird)
}

function drawLabel(label: Label, scene: Scene): string[] {
  const { x, y, align, size, spacing, lineHeight, lines, hasHalo, leader } = label
  const attributes = {
    x,
    'text-anchor': align,
    'font-size': size,
    'letter-spacing': spacing === 0 ? undefined : spacing,
    ...(hasHalo && halo(scene)),
  }
  const d = leader && `M${leader.map((end) => end.map(round)).join('L')}`
  const line = (stroke: string, width: number) =>
    d ? [element('path', { d, stroke, 'stroke-width': width })] : []
  const text = lines.map((runs, index) => {
    const [first, ...others] = runs.map(({ text, isBold, colour }) => ({
      look: { fill: scene.palette[colour], 'font-weight': isBold ? 600 : undefined },
      text: escapeXml(text),
    }))
    const further = others.map(({ look, text }) => element('tspan', look, text))
    return element(
      'text',
      { ...attributes, y: y + index * lineHeight },
      element('tspan', first?.look ?? {}, first?.text ?? ''),
      ...further,
    )
  })
  const { land, ink } = scene.palette
  return [...line(land, LEADER.width + LEADER.halo), ...line(ink, LEADER.width), ...text]
}

function halo({ palette }: Scene): Attributes {
  return {
    stroke: palette.land,
    'stroke-width': 2 * HALO_WIDTH,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  }
}

function drawMark({ at, scale, shape: { paths, text } }: Scene['marks'][number]): string {
  const number =
    text &&
    element(
      'text',
      {
        y: text.y,
        'font-size': text.size,
        'font-weight': 600,
        'text-anchor': 'middle',
        fill: text.fill,
      },
      escapeXml(text.value),
    )
  return element(
    'g',
    {
      transform: `translate(${round(at[0])} ${round(at[1])}) scale(${round(scale)})`,
      fill: 'none',
    },
    ...paths.map(drawPath),
    number ?? '',
  )
}

/** An element of an SVG document. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined
      ? ''
      : ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`,
  )
  const start = `<${name}${written.join('')}`
  return content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`
}

/** Text for XML. Also leaves out what XML cannot have: control characters and halves of characters. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
