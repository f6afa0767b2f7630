import type { CustomLayerInterface, Map as MapLibre } from 'maplibre-gl'
import { GROUPS } from '../data/grouping'
import type { Colouring, GroupId, Theme } from '../types'
import { type Shift, scaleAt } from './declutter'
import { type Digits, drawDigits } from './digits'
import { ownId } from './ids'
import { markAt, placeOf } from './markPlace'
import { ACROSS, CORNERS, CUE, FRAGMENT, TEXELS, VERTEX } from './markShader'
import { type MarkTexels, markTexels, placeTexels, TEXT_SIZES } from './markTexels'
import { channels, paletteOf } from './palette'
import { pixelRatioOf } from './pixelRatio'
import { createProgram } from './program'
import type { Mark } from './sources'

/** The marks on the screen, from the bottom to the top. */
export interface MarkScene {
  readonly marks: readonly Mark[]
  /** Ids of the marks that have a line round them. */
  readonly selected: ReadonlySet<string>
  readonly colouring: Colouring
  readonly theme: Theme
}

const DIGITS_UNIT = 0
const MARKS_UNIT = 1

const CUES: Readonly<Partial<Record<GroupId, number>>> = {
  denied: CUE.notched,
  'both-sides': CUE.double,
}

/**
 * The marks, drawn in the map's own frame over all else. As symbols of the map each new count would be a new picture, and
 * each step of time a round through its worker.
 */
export class MarkLayer implements CustomLayerInterface {
  readonly id = ownId('marks')
  readonly type = 'custom'
  private scene: MarkScene = { marks: [], selected: new Set(), colouring: 'party', theme: 'light' }
  private map: MapLibre | null = null
  private resources: Resources | null = null

  /** Draws these marks from the next frame on. */
  show(scene: MarkScene): void {
    this.scene = scene
    this.map?.triggerRepaint()
  }

  /** The topmost mark at a place on the map, px from its top left corner. */
  markAt(place: Shift): Mark | undefined {
    return this.map ? markAt(this.scene.marks, place, this.map) : undefined
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

  /** Works out what is drawn before the map draws: a software renderer then keeps all processors busy. */
  prerender(): void {
    const { map, resources, scene } = this
    if (!map || !resources || scene.marks.length === 0) return
    const ratio = pixelRatioOf(map)
    const texels = resources.texelsOf(scene, ratio * scaleAt(map.getZoom()))
    scene.marks.forEach((mark, index) => {
      const [x, y] = placeOf(mark, map)
      placeTexels(texels, index, [x * ratio, y * ratio])
    })
    resources.send(texels)
  }

  render(): void {
    if (this.scene.marks.length > 0) this.resources?.draw(this.scene)
  }
}

/** Program and textures of one context: gone with it. */
class Resources {
  private readonly program: WebGLProgram
  /** Without attributes: marks are read from a texture. */
  private readonly vertices: WebGLVertexArrayObject
  private readonly marks: WebGLTexture
  private readonly sheet: WebGLTexture
  private digits: { readonly scale: number; readonly drawn: Digits } | null = null
  private of: { readonly scene: MarkScene; readonly texels: MarkTexels } | null = null

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.program = createProgram(gl, VERTEX, FRAGMENT, [])
    this.vertices = gl.createVertexArray()
    this.marks = gl.createTexture()
    this.sheet = gl.createTexture()
  }

  /** What the shader reads of a scene at a scale; kept while the map only moves. */
  texelsOf(scene: MarkScene, scale: number): MarkTexels {
    if (this.digits?.scale === scale && this.of?.scene === scene) return this.of.texels
    const digits = this.digitsAt(scale)
    this.of = { scene, texels: markTexels(scene.marks, scene.selected, digits, scale) }
    return this.of.texels
  }

  /** The digits at a scale, drawn and sent over when it is another than before. */
  private digitsAt(scale: number): Digits {
    if (this.digits?.scale === scale) return this.digits.drawn
    const { gl } = this
    const drawn = drawDigits(TEXT_SIZES, scale)
    this.bind(DIGITS_UNIT, this.sheet)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawn.canvas)
    this.digits = { scale, drawn }
    return drawn
  }

  send({ floats, rows }: MarkTexels): void {
    const { gl } = this
    this.bind(MARKS_UNIT, this.marks)
    const width = ACROSS * TEXELS
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, rows, 0, gl.RGBA, gl.FLOAT, floats)
  }

  /** Draws the scene that was sent. */
  draw({ marks, theme, colouring }: MarkScene): void {
    const { gl, program } = this
    const palette = paletteOf(theme)
    const groups = GROUPS[colouring].map(({ id }) => id)
    const at = (name: string) => gl.getUniformLocation(program, name)
    gl.useProgram(program)
    gl.bindVertexArray(this.vertices)
    this.bind(DIGITS_UNIT, this.sheet)
    this.bind(MARKS_UNIT, this.marks)
    gl.uniform1i(at('u_digits'), DIGITS_UNIT)
    gl.uniform1i(at('u_marks'), MARKS_UNIT)
    gl.uniform2f(at('u_screen'), gl.drawingBufferWidth, gl.drawingBufferHeight)
    gl.uniform1f(at('u_scale'), this.digits?.scale ?? 1)
    gl.uniform3fv(at('u_ink'), channels(palette.ink))
    gl.uniform3fv(at('u_land'), channels(palette.land))
    gl.uniform3fv(at('u_raised'), channels(palette.raised))
    gl.uniform3fv(
      at('u_colours'),
      groups.flatMap((id) => channels(palette.groups[id])),
    )
    gl.uniform1iv(
      at('u_cues'),
      groups.map((id) => CUES[id] ?? CUE.none),
    )
    gl.disable(gl.DEPTH_TEST)
    gl.disable(gl.CULL_FACE)
    gl.enable(gl.BLEND)
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
    gl.drawArrays(gl.TRIANGLES, 0, marks.length * CORNERS)
    gl.bindVertexArray(null)
  }

  private bind(unit: number, texture: WebGLTexture): void {
    const { gl } = this
    gl.activeTexture(gl.TEXTURE0 + unit)
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false)
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
    // Texels are read one by one; without this the texture would count as unfinished.
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
  }

  remove(): void {
    const { gl } = this
    gl.deleteProgram(this.program)
    gl.deleteVertexArray(this.vertices)
    gl.deleteTexture(this.marks)
    gl.deleteTexture(this.sheet)
  }
}
