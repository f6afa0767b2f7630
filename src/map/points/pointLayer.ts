import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl'
import { channels } from '../../figure/palette'
import { pixelRatioOf } from '../pixelRatio'
import { givenId } from '../style/layerIds'
import { matrixFromOrigin, type Origin } from './origin'
import { createProgram } from './program'

/** What the layer draws. Positions and groups are uploaded when they are others than before; indices each time. */
export interface PointDrawing {
  /** The positions are counted from it. */
  readonly origin: Origin
  /** Of all points, from the map's origin; Web Mercator. */
  readonly positions: Float32Array
  /** A code for each point, the place of its colour. */
  readonly groups: Uint8Array
  /** `#rrggbb` */
  readonly colours: readonly string[]
  readonly rim: string
  /** The points that are drawn, the certain ones first. */
  readonly indices: Uint32Array
  readonly certain: number
}

const POINT_LAYER = givenId('points')
/** Groups of a colouring that the shader has colours for. */
const MAX_GROUPS = 8
/** px across, at the lowest and the highest zoom. */
const SIZE = { least: 8, most: 14, near: 6, far: 13 }

const VERTEX = `#version 300 es
uniform mat4 u_matrix;
uniform float u_size;
uniform vec3 u_colours[${MAX_GROUPS}];
in vec2 a_position;
in float a_group;
out vec3 v_colour;
void main() {
  gl_Position = u_matrix * vec4(a_position, 0.0, 1.0);
  gl_PointSize = u_size;
  v_colour = u_colours[int(a_group)];
}`

/** A diamond with a rim, as other settlement marks are; hollow where it is only possible. */
const FRAGMENT = `#version 300 es
precision highp float;
uniform float u_size;
uniform float u_hollow;
uniform vec3 u_rim;
in vec3 v_colour;
out vec4 colour;
void main() {
  vec2 from = abs(gl_PointCoord - 0.5);
  float inside = (0.5 - from.x - from.y) * u_size;
  float cover = clamp(inside, 0.0, 1.0);
  if (cover == 0.0) discard;
  vec3 fill = mix(v_colour, mix(v_colour, u_rim, 0.75), u_hollow * step(3.0, inside));
  colour = vec4(mix(u_rim, fill, clamp(inside - 1.0, 0.0, 1.0)) * cover, cover);
}`

/** A custom layer that draws any number of points in one call for the certain and one for the possible ones. */
export class PointLayer implements CustomLayerInterface {
  readonly id = POINT_LAYER
  readonly type = 'custom'
  private map: MapLibre | null = null
  private resources: Resources | null = null
  private drawing: PointDrawing | null = null
  private next: (() => PointDrawing | null) | null = null

  /** Draws these points from the next frame on, which asks for them; null draws none. */
  show(next: () => PointDrawing | null): void {
    this.next = next
    this.map?.triggerRepaint()
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.map = map
    this.resources = new Resources(gl)
  }

  onRemove(): void {
    this.resources?.remove()
    this.resources = null
    this.map = null
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (this.next) {
      // The ground is drawn while these are worked out.
      gl.flush()
      this.drawing = this.next()
      this.next = null
    }
    const { drawing, resources, map } = this
    if (!drawing || !resources || !map || drawing.indices.length === 0) return
    const part = (map.getZoom() - SIZE.near) / (SIZE.far - SIZE.near)
    const across = SIZE.least + (SIZE.most - SIZE.least) * Math.min(1, Math.max(0, part))
    const matrix = matrixFromOrigin(defaultProjectionData.mainMatrix, drawing.origin)
    resources.draw(drawing, matrix, across * pixelRatioOf(map))
  }
}

/** Program and buffers of one context: gone with it. */
class Resources {
  private readonly program: WebGLProgram
  private readonly vertices: WebGLVertexArrayObject
  private readonly positions: WebGLBuffer
  private readonly groups: WebGLBuffer
  private readonly elements: WebGLBuffer
  private uploaded: Partial<Pick<PointDrawing, 'positions' | 'groups' | 'indices'>> = {}

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.program = createProgram(gl, VERTEX, FRAGMENT, ['a_position', 'a_group'])
    this.vertices = gl.createVertexArray()
    this.positions = gl.createBuffer()
    this.groups = gl.createBuffer()
    this.elements = gl.createBuffer()
  }

  draw(drawing: PointDrawing, matrix: Float32Array, size: number): void {
    const { gl, program } = this
    gl.useProgram(program)
    gl.bindVertexArray(this.vertices)
    this.upload(drawing)
    const at = (name: string) => gl.getUniformLocation(program, name)
    gl.uniformMatrix4fv(at('u_matrix'), false, matrix)
    gl.uniform1f(at('u_size'), size)
    gl.uniform3fv(at('u_colours'), drawing.colours.slice(0, MAX_GROUPS).flatMap(channels))
    gl.uniform3fv(at('u_rim'), channels(drawing.rim))
    gl.enable(gl.BLEND)
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
    const { certain, indices } = drawing
    // The possible ones first: a certain one lies on top.
    gl.uniform1f(at('u_hollow'), 1)
    gl.drawElements(gl.POINTS, indices.length - certain, gl.UNSIGNED_INT, certain * 4)
    gl.uniform1f(at('u_hollow'), 0)
    gl.drawElements(gl.POINTS, certain, gl.UNSIGNED_INT, 0)
    gl.bindVertexArray(null)
  }

  private upload({ positions, groups, indices }: PointDrawing): void {
    const { gl, uploaded } = this
    if (uploaded.positions !== positions) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.positions)
      gl.bufferData(gl.ARRAY_BUFFER, positions, gl.STATIC_DRAW)
      gl.enableVertexAttribArray(0)
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0)
    }
    if (uploaded.groups !== groups) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.groups)
      gl.bufferData(gl.ARRAY_BUFFER, groups, gl.STATIC_DRAW)
      gl.enableVertexAttribArray(1)
      gl.vertexAttribPointer(1, 1, gl.UNSIGNED_BYTE, false, 0, 0)
    }
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.elements)
    if (uploaded.indices !== indices) {
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.DYNAMIC_DRAW)
    }
    this.uploaded = { positions, groups, indices }
  }

  remove(): void {
    const { gl } = this
    gl.deleteProgram(this.program)
    gl.deleteVertexArray(this.vertices)
    for (const buffer of [this.positions, this.groups, this.elements]) gl.deleteBuffer(buffer)
  }
}
