import { fragmentShader } from './markParts'
import { BY_SHAPE, type Part, type Shape, vertexShader } from './markShader'
import { createProgram } from './program'

/** What draws each part of a mark of each shape. */
export type MarkPrograms = Readonly<Record<Part, Readonly<Record<Shape, WebGLProgram>>>>

/** Throws with the browser's own words when it cannot compile one. */
export function createMarkPrograms(gl: WebGL2RenderingContext): MarkPrograms {
  const link = (part: Part, shape: Shape | null) =>
    createProgram(gl, vertexShader(part, shape), fragmentShader(part, shape), [])
  const forShapes = (part: Part) => {
    if (BY_SHAPE.has(part)) {
      return { ring: link(part, 'ring'), diamond: link(part, 'diamond'), bin: link(part, 'bin') }
    }
    const one = link(part, null)
    return { ring: one, diamond: one, bin: one }
  }
  return {
    halo: forShapes('halo'),
    plate: forShapes('plate'),
    shares: forShapes('shares'),
    text: forShapes('text'),
  }
}
