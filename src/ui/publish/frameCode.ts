const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** What a page needs to show the map in a frame. */
export interface FrameCode {
  readonly address: string
  readonly title: string
  /** Of CSS: px, or a share of the page. */
  readonly width: string
  readonly height: string
}

/** The HTML of an embedded map. */
export function frameCode({ address, title, width, height }: FrameCode): string {
  const attributes = {
    src: address,
    title,
    width,
    height,
    loading: 'lazy',
    allow: 'fullscreen; clipboard-write',
    style: 'border: 0',
  }
  const written = Object.entries(attributes).map(
    ([name, value]) => `${name}="${escapeAttribute(value)}"`,
  )
  return `<iframe ${written.join(' ')}></iframe>`
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter)
}
