import { useLayoutEffect, useRef } from 'preact/hooks'
import { select } from '../../app/actions'
import { placeDirections } from '../../figure/directionLines'
import type { MarkShape } from '../../figure/markShape'
import type { MarkScene } from '../../figure/marks'
import type { Viewport } from '../../figure/visibleMarks'
import { tools } from '../../messages/compiled/tools'
import { moveFocus, useTabStop } from './mapKeys'

interface Props {
  readonly scene: MarkScene
  readonly viewport: Viewport
  /** The line with the focus is gone. */
  leave(): void
}

/** The reported directions of fire over a map, below the marks: each a button in its middle. */
export function DirectionButtons({ scene, viewport, leave }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const hadFocus = layer.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (hadFocus && !layer.current?.contains(document.activeElement)) leave()
  })
  const lines = placeDirections(scene, viewport)
  const stops = lines.map(({ id, at: [x, y] }) => ({ id, x, y }))
  const [stop, setLast] = useTabStop(stops, viewport)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a box of its own
    <div
      class="map-marks map-directions"
      ref={layer}
      role="group"
      aria-label={tools.directions()}
      aria-describedby="mark-keys"
      onKeyDown={moveFocus}
    >
      {lines.map(({ id, direction, label, at: [x, y], shape }) => (
        <button
          key={id}
          type="button"
          class="map-direction"
          aria-label={label}
          tabIndex={id === stop ? 0 : -1}
          style={{
            '--width': `${shape.width}px`,
            '--height': `${shape.height}px`,
            transform: `translate(${x}px, ${y}px) translate(-50%, -50%)`,
          }}
          onClick={() => select({ kind: 'direction', id: direction.id, at: direction.target.at })}
          onFocus={() => setLast(id)}
        >
          <ShapeDrawing shape={shape} />
        </button>
      ))}
    </div>
  )
}

/** A drawing around the middle of its button. */
function ShapeDrawing({ shape: { paths, text } }: { readonly shape: MarkShape }) {
  return (
    <svg aria-hidden="true">
      {paths.map(({ d, fill = 'none', stroke, strokeWidth, opacity }) => (
        <path
          d={d}
          fill={fill}
          // Not opacity: the browser would compose each path by itself.
          fill-opacity={opacity}
          stroke={stroke}
          stroke-width={strokeWidth}
          stroke-opacity={opacity}
        />
      ))}
      {text && (
        <text y={text.y} font-size={text.size} fill={text.fill} text-anchor="middle">
          {text.value}
        </text>
      )}
    </svg>
  )
}
