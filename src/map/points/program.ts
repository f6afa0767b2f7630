/**
 * Links a program whose attributes have the places of their names. A context that is lost gives one that draws nothing; throws
 * with the browser's own words when it cannot compile it.
 */
export function createProgram(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
  attributes: readonly string[],
): WebGLProgram {
  const program = gl.createProgram()
  const isBroken = (shader: WebGLShader) => !gl.getShaderParameter(shader, gl.COMPILE_STATUS)
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)
    if (!shader) continue
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  attributes.forEach((name, place) => {
    gl.bindAttribLocation(program, place, name)
  })
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const [shader] = gl.getAttachedShaders(program)?.filter(isBroken) ?? []
    const words = shader ? gl.getShaderInfoLog(shader) : gl.getProgramInfoLog(program)
    throw new Error(words ?? '')
  }
  return program
}
