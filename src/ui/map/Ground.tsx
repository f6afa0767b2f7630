import { h, type VNode } from 'preact'
import { hoverArea, select } from '../../app/actions'
import { writeGround } from '../../figure/ground/writeGround'
import type { AreaId } from '../../model/ids'
import type { FigureGround } from './figureMap'

/** The ground of the figure, for the pointer as well: the keyboard has the marks. */
export function Ground({ ground }: { readonly ground: FigureGround }) {
  const { camera, palette } = ground
  return (
    <svg
      class="map-ground"
      width={camera.width}
      height={camera.height}
      aria-hidden="true"
      onClick={({ target }) => {
        const id = areaAt(target)
        select(id ? { kind: 'area', id } : null)
      }}
      onPointerMove={({ target }) => hoverArea(areaAt(target))}
      onPointerLeave={() => hoverArea(null)}
    >
      <rect width={camera.width} height={camera.height} fill={palette.outside} />
      {writeGround<VNode>(ground, palette, (name, attributes, ...content) =>
        h(name, attributes, ...content),
      )}
    </svg>
  )
}

function areaAt(target: EventTarget | null): AreaId | null {
  const area = target instanceof SVGElement ? target.dataset.area : undefined
  return area === undefined ? null : (area as AreaId)
}
