import { FONTS } from '../../figure/names/nameStyle'

/** A letter of each script the names use, so that each of the font's files is fetched. */
const SAMPLE = 'aəşЖա'

/**
 * Fetches the fonts before a label or a mark is drawn: a letter drawn with a stand-in would stay. Never
 * rejects: without the fonts the system's own are used.
 */
export async function loadFonts(): Promise<void> {
  const families = FONTS.map((family) => `"${family}"`).join(', ')
  await Promise.allSettled(
    ['400', '600'].map((weight) => document.fonts.load(`${weight} 16px ${families}`, SAMPLE)),
  )
}
