/**
 * The map's labels use the page's own fonts (src/styles): with no `glyphs` in the style, MapLibre draws
 * them by the browser. It reads the weight from a word in the first name of the list, hence a first name
 * that no font has.
 */
const FAMILIES = ['Inter Variable', 'Noto Sans Armenian Variable'] as const
export const REGULAR: readonly string[] = ['Regular', ...FAMILIES]
export const SEMIBOLD: readonly string[] = ['Semibold', ...FAMILIES]

/** A letter of each script the names use, so that each of the font's files is fetched. */
const SAMPLE = 'aəşЖա'

/**
 * Fetches the fonts before a label or a mark is drawn: a letter drawn with a stand-in would stay. Never
 * rejects: without the fonts the system's own are used.
 */
export async function loadFonts(): Promise<void> {
  const families = FAMILIES.map((family) => `"${family}"`).join(', ')
  await Promise.allSettled(
    ['400', '600'].map((weight) => document.fonts.load(`${weight} 16px ${families}`, SAMPLE)),
  )
}
