/** Requests a context and releases it immediately: browsers allow few. */
export function hasWebGL2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
