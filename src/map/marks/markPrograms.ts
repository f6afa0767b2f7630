import type { Shape } from '../../figure/markPicture'
import { fragmentShader } from './markParts'
import { type Part, vertexShader } from './markShader'
import { createProgram } from './program'

/** What draws each part of a mark of each shape. */
export type MarkPrograms = Readonly<Record<Part, Readonly<Record<Shape, WebGLProgram>>>>

/**
 * Where much is drawn, each shape has shaders of its own: software renderers run every branch of one for every pixel. Throws
 * with the browser's own words when it cannot compile one.
 */
export function createMarkPrograms(gl: WebGL2RenderingContext): MarkPrograms {
  const link = (part: Part, shape: Shape | null) =>
    createProgram(gl, vertexShader(part, shape), fragmentShader(part, shape), [])
  const forEach = (part: Part) => ({
    ring: link(part, 'ring'),
    diamond: link(part, 'diamond'),
    bin: link(part, 'bin'),
  })
  const forAll = (part: Part) => {
    const one = link(part, null)
    return { ring: one, diamond: one, bin: one }
  }
  return {
    halo: forAll('halo'),
    plate: forEach('plate'),
    shares: forEach('shares'),
    text: forAll('text'),
  }
}
