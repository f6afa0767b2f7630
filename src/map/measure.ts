import type { Measure } from '../figure/names/labels'
import { FONTS } from '../figure/names/nameStyle'

export interface TextWidths {
  readonly measure: Measure
  /** Forgets the widths of letters whose font had not loaded. */
  forget(): void
}

/** Measures text in the fonts of the page, each text once. Letters whose font is missing load it. */
export function createTextWidths(): TextWidths {
  const context = document.createElement('canvas').getContext('2d')
  const families = [...FONTS.map((family) => `"${family}"`), 'sans-serif'].join(', ')
  const widths = new Map<string, number>()
  return {
    measure(text, size, isBold) {
      if (!context) return text.length * size
      const font = `${isBold ? 600 : 400} ${size}px`
      const key = `${font} ${text}`
      let width = widths.get(key)
      if (width === undefined) {
        context.font = `${font} ${families}`
        width = context.measureText(text).width
        widths.set(key, width)
      }
      return width
    },
    forget: () => widths.clear(),
  }
}
