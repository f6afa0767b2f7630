import {
  type CustomLayerInterface,
  type CustomRenderMethodInput,
  type Map as MapLibre,
  MercatorCoordinate,
} from 'maplibre-gl'
import type { DayRange } from '../../../src/model/day'
import { firstStartedBy } from '../../../src/query/selectRows'
import type { Dataset } from '../../../src/store/dataset'

const VERTEX = `#version 300 es
uniform mat4 u_matrix;
in vec2 a_position;
void main() {
  gl_Position = u_matrix * vec4(a_position, 0.0, 1.0);
  gl_PointSize = 8.0;
}`
const FRAGMENT = `#version 300 es
precision highp float;
out vec4 colour;
void main() {
  if (length(gl_PointCoord - 0.5) > 0.5) discard;
  colour = vec4(0.18, 0.44, 0.62, 1.0);
}`

/**
 * The barest way to draw a window of points: vertices sorted by day, uploaded once, of which the window's run is drawn. No
 * filter, no colours, no hover, and a report that runs for days is drawn on its first alone.
 */
export class SortedLayer implements CustomLayerInterface {
  readonly id = 'sorted'
  readonly type = 'custom'
  private map: MapLibre | null = null
  private program: WebGLProgram | null = null
  private vertices: WebGLVertexArrayObject | null = null
  private run: readonly [first: number, count: number] = [0, 0]

  constructor(private readonly dataset: Dataset) {}

  show({ from, to }: DayRange): void {
    const { columns } = this.dataset
    const first = firstStartedBy(columns, to)
    this.run = [first, firstStartedBy(columns, from - 1) - first]
    this.map?.triggerRepaint()
  }

  hide(): void {
    this.run = [0, 0]
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.map = map
    const program = gl.createProgram()
    for (const [type, source] of [
      [gl.VERTEX_SHADER, VERTEX],
      [gl.FRAGMENT_SHADER, FRAGMENT],
    ] as const) {
      const shader = gl.createShader(type) as WebGLShader
      gl.shaderSource(shader, source)
      gl.compileShader(shader)
      gl.attachShader(program, shader)
    }
    gl.bindAttribLocation(program, 0, 'a_position')
    gl.linkProgram(program)
    this.program = program
    this.vertices = gl.createVertexArray()
    gl.bindVertexArray(this.vertices)
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
    gl.bufferData(gl.ARRAY_BUFFER, this.positions(), gl.STATIC_DRAW)
    gl.enableVertexAttribArray(0)
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0)
    gl.bindVertexArray(null)
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    gl.useProgram(this.program)
    gl.bindVertexArray(this.vertices)
    const { mainMatrix } = defaultProjectionData
    const matrix = gl.getUniformLocation(this.program as WebGLProgram, 'u_matrix')
    gl.uniformMatrix4fv(matrix, false, Float32Array.from(mainMatrix))
    gl.drawArrays(gl.POINTS, ...this.run)
    gl.bindVertexArray(null)
  }

  private positions(): Float32Array {
    const { columns, sites } = this.dataset
    const positions = new Float32Array(columns.length * 2)
    for (let row = 0; row < columns.length; row++) {
      const site = columns.siteIndex[columns.siteOffset[row] ?? 0] ?? 0
      const at = MercatorCoordinate.fromLngLat([sites.lon[site] ?? 0, sites.lat[site] ?? 0])
      positions[2 * row] = at.x
      positions[2 * row + 1] = at.y
    }
    return positions
  }
}
