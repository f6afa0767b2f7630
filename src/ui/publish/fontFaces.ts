import { FONTS } from '../../figure/names/nameStyle'
import { loadFile } from '../../open/fetchFile'

/**
 * An SVG document with the page's own @font-face rules of the map's fonts that its letters need, and
 * the font files inside: an image cannot load any. Fonts that cannot be loaded are left out.
 */
export async function embedFonts(svg: string): Promise<string> {
  const letters = new Set([...svg].map((letter) => letter.codePointAt(0) ?? 0))
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter(
      (rule) => rule instanceof CSSFontFaceRule && isNeeded(rule, letters),
    ),
  )
  const faces = await Promise.allSettled(rules.map(embedFile))
  const css = faces.map((face) => (face.status === 'fulfilled' ? face.value : '')).join('\n')
  return svg.replace('</title>', `</title><style>${css}</style>`)
}

function isNeeded({ style }: CSSFontFaceRule, letters: ReadonlySet<number>): boolean {
  const family = style.getPropertyValue('font-family').replace(/["']/g, '')
  if (!FONTS.some((own) => own === family)) return false
  const ranges = style.getPropertyValue('unicode-range').matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)
  return [...ranges].some(([, first = '', last = first]) => {
    const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    return [...letters].some((letter) => letter >= from && letter <= to)
  })
}

async function embedFile(rule: CSSRule): Promise<string> {
  const [reference = '', address = ''] = /url\("?([^")]+)"?\)/.exec(rule.cssText) ?? []
  const base = rule.parentStyleSheet?.href ?? document.baseURI
  const file = await loadFile(new URL(address, base).href)
  return rule.cssText.replace(reference, `url("${await toDataUrl(file)}")`)
}

function toDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
