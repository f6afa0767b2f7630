import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Dot, Label, PlacedNames } from '../../figure/names/labels'
import { DOT, HALO_WIDTH, LEADER } from '../../figure/names/nameStyle'
import { findPalette, type Palette } from '../../figure/palette'
import type { Viewport } from '../../figure/visibleMarks'
import type { Theme } from '../../model/view'

interface NamesProps {
  readonly names: PlacedNames
  readonly theme: Theme
  readonly viewport: Viewport
}

/** The names on a map. When only the viewport changes, they follow their places. */
export function Names({ names, theme, viewport }: NamesProps) {
  const layer = useRef<SVGSVGElement>(null)
  const palette = findPalette(theme)
  const drawing = useMemo(
    () => [
      ...names.dots.map((dot, index) => drawDot(dot, index, palette)),
      ...names.labels.map((label, index) => drawLabel(label, index, palette)),
    ],
    [names, palette],
  )
  useLayoutEffect(() => {
    if (layer.current) moveNames(layer.current, names, viewport)
  })
  return (
    <svg class="map-names" aria-hidden="true" ref={layer}>
      {drawing}
    </svg>
  )
}

function moveNames(layer: SVGSVGElement, { dots, labels }: PlacedNames, viewport: Viewport): void {
  const ratio = window.devicePixelRatio
  // Text is sharp on whole device pixels.
  const snap = (length: number) => Math.round(length * ratio) / ratio
  for (const [index, { place, at }] of [...dots, ...labels].entries()) {
    const { x, y } = viewport.project(place)
    const move = `translate(${snap(x - at[0])} ${snap(y - at[1])})`
    layer.children[index]?.setAttribute('transform', move)
  }
}

function drawDot({ at: [cx, cy], half }: Dot, index: number, { land, inkThird }: Palette) {
  const scale = half / DOT.half
  return (
    <g key={`dot${index}`}>
      <circle cx={cx} cy={cy} r={(DOT.radius + DOT.rim) * scale} fill={land} />
      <circle cx={cx} cy={cy} r={DOT.radius * scale} fill={inkThird} />
    </g>
  )
}

function Leader({ d, palette }: { readonly d: string; readonly palette: Palette }) {
  const { width, halo } = LEADER
  return (
    <>
      <path d={d} stroke={palette.land} stroke-width={width + halo} />
      <path d={d} stroke={palette.ink} stroke-width={width} />
    </>
  )
}

function drawLabel(label: Label, index: number, palette: Palette) {
  const { x, y, align, size, spacing, lineHeight, lines, hasHalo, leader } = label
  return (
    <g
      key={index}
      font-size={size}
      letter-spacing={spacing}
      text-anchor={align}
      {...(hasHalo && {
        stroke: palette.land,
        'stroke-width': 2 * HALO_WIDTH,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      })}
    >
      {leader && <Leader d={`M${leader.join('L')}`} palette={palette} />}
      {lines.map((runs, line) => (
        <text x={x} y={y + line * lineHeight}>
          {runs.map(({ text, isBold, colour }) => (
            <tspan fill={palette[colour]} font-weight={isBold ? 600 : 400}>
              {text}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  )
}
