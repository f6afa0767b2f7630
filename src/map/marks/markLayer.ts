import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl'
import { levelAt, type Offset, scaleAt } from '../../figure/declutter'
import type { GroupLook } from '../../figure/groupColours'
import { channels, findPalette } from '../../figure/palette'
import type { Theme } from '../../model/view'
import { givenId } from '../style/layerIds'
import { type Digits, drawDigits } from './digits'
import { CUE } from './markParts'
import { markAt } from './markPlace'
import { createMarkPrograms, type MarkPrograms } from './markPrograms'
import { ACROSS, CORNERS, PARTS, TEXELS } from './markShader'
import type { Mark } from './marks'
import { buildRuns, markTexels, type Run, TEXT_SIZES } from './markTexels'
import { matrixFromOrigin, type Origin } from './origin'
import { pixelRatioOf } from './pixelRatio'

/** The marks on the screen, from the bottom to the top. */
export interface MarkScene {
  readonly marks: readonly Mark[]
  /** Ids of the marks that have a line round them. */
  readonly selected: ReadonlySet<string>
  /** Of the groups of the colouring, in order. */
  readonly looks: readonly GroupLook[]
  readonly theme: Theme
  /** The marks' places are counted from it. */
  readonly origin: Origin
}

const DIGITS_UNIT = 0
const MARKS_UNIT = 1

const NO_SCENE: MarkScene = {
  marks: [],
  selected: new Set(),
  looks: [],
  theme: 'light',
  origin: { x: 0, y: 0 },
}

/**
 * The marks, drawn in the map's own frame over all else. As symbols of the map each new count would be a new picture, and
 * each step of time a round through its worker.
 */
export class MarkLayer implements CustomLayerInterface {
  readonly id = givenId('marks')
  readonly type = 'custom'
  /** What is on the screen, and so what the pointer can be on. */
  private scene = NO_SCENE
  private next: (() => MarkScene) | null = null
  private map: MapLibre | null = null
  private resources: Resources | null = null

  /** Draws these marks from the next frame on, which asks for them. */
  show(next: () => MarkScene): void {
    this.next = next
    this.map?.triggerRepaint()
  }

  /** The topmost mark at a place on the map, px from its top left corner. */
  markAt(place: Offset): Mark | undefined {
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

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    if (this.next) {
      // What is under the marks is drawn while these are worked out.
      gl.flush()
      this.scene = this.next()
      this.next = null
    }
    const { map, resources, scene } = this
    if (!map || !resources || scene.marks.length === 0) return
    const ratio = pixelRatioOf(map)
    const zoom = map.getZoom()
    resources.draw(scene, {
      matrix: matrixFromOrigin(defaultProjectionData.mainMatrix, scene.origin),
      level: levelAt(zoom),
      ratio,
      scale: ratio * scaleAt(zoom),
    })
  }
}

/** What of the map's camera marks depend on. */
interface View {
  readonly matrix: Float32Array
  /** The place in LEVELS. */
  readonly level: number
  /** Device pixels to a CSS pixel, and to a px of a mark. */
  readonly ratio: number
  readonly scale: number
}

/** Programs and textures of one context: gone with it. */
class Resources {
  private readonly programs: MarkPrograms
  /** Without attributes: marks are read from a texture. */
  private readonly vertices: WebGLVertexArrayObject
  private readonly marks: WebGLTexture
  private readonly sheet: WebGLTexture
  private digits: { readonly scale: number; readonly drawn: Digits } | null = null
  private sent: {
    readonly scene: MarkScene
    readonly level: number
    readonly runs: readonly Run[]
  } | null = null

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.programs = createMarkPrograms(gl)
    this.vertices = gl.createVertexArray()
    this.marks = gl.createTexture()
    this.sheet = gl.createTexture()
  }

  draw(scene: MarkScene, view: View): void {
    const { gl } = this
    this.send(scene, view)
    this.bind(DIGITS_UNIT, this.sheet)
    this.bind(MARKS_UNIT, this.marks)
    gl.bindVertexArray(this.vertices)
    gl.disable(gl.CULL_FACE)
    gl.enable(gl.BLEND)
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
    // Depth keeps the text of a mark under the plates of those above it.
    gl.enable(gl.DEPTH_TEST)
    gl.depthFunc(gl.LESS)
    gl.depthRange(0, 1)
    gl.depthMask(true)
    gl.clearDepth(1)
    gl.clear(gl.DEPTH_BUFFER_BIT)
    for (const part of PARTS) {
      if (part === 'halo' && scene.selected.size === 0) continue
      gl.depthMask(part === 'halo' || part === 'plate')
      for (const { shape, first, count } of this.sent?.runs ?? []) {
        this.use(this.programs[part][shape], scene, view)
        gl.drawArrays(gl.TRIANGLES, first * CORNERS, count * CORNERS)
      }
    }
    gl.bindVertexArray(null)
  }

  /** Marks as they stand at a level and a scale; sent over again only when these are others than before. */
  private send(scene: MarkScene, { level, scale }: View): void {
    if (this.digits?.scale === scale && this.sent?.scene === scene && this.sent.level === level) {
      return
    }
    const { gl } = this
    const { marks, selected } = scene
    const { floats, rows } = markTexels(
      marks,
      selected,
      level,
      this.digitsAt(scale),
      scale,
      scene.origin,
    )
    this.bind(MARKS_UNIT, this.marks)
    const width = ACROSS * TEXELS
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, rows, 0, gl.RGBA, gl.FLOAT, floats)
    this.sent = { scene, level, runs: buildRuns(marks) }
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

  /** Makes ready a program; what it does not read is not there to be set. */
  private use(program: WebGLProgram, scene: MarkScene, view: View): void {
    const { gl } = this
    const { marks, theme, looks } = scene
    const palette = findPalette(theme)
    const at = (name: string) => gl.getUniformLocation(program, name)
    gl.useProgram(program)
    gl.uniform1i(at('u_digits'), DIGITS_UNIT)
    gl.uniform1i(at('u_marks'), MARKS_UNIT)
    gl.uniformMatrix4fv(at('u_matrix'), false, view.matrix)
    gl.uniform2f(at('u_screen'), gl.drawingBufferWidth, gl.drawingBufferHeight)
    gl.uniform1f(at('u_ratio'), view.ratio)
    gl.uniform1f(at('u_scale'), view.scale)
    gl.uniform1f(at('u_count'), marks.length)
    gl.uniform3fv(at('u_ink'), channels(palette.ink))
    gl.uniform3fv(at('u_land'), channels(palette.land))
    gl.uniform3fv(at('u_raised'), channels(palette.raised))
    gl.uniform1i(at('u_groups'), looks.length)
    gl.uniform3fv(
      at('u_colours'),
      looks.flatMap(({ colour }) => channels(colour)),
    )
    gl.uniform1iv(
      at('u_cues'),
      looks.map(({ cue }) => CUE[cue]),
    )
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
    for (const programs of Object.values(this.programs)) {
      for (const program of Object.values(programs)) gl.deleteProgram(program)
    }
    gl.deleteVertexArray(this.vertices)
    gl.deleteTexture(this.marks)
    gl.deleteTexture(this.sheet)
  }
}
