import type { Area, NameLanguage } from '../../model/place'

const ORDER: readonly NameLanguage[] = ['en', 'az', 'hy', 'ru']

/** The forms of a name on file, the reader's language first, each spelling once. */
export function orderedNames(
  area: Pick<Area, 'name' | 'names'>,
  lead: NameLanguage,
): { text: string; language: NameLanguage }[] {
  const all = { en: area.name, ...area.names }
  const seen = new Set<string>()
  return [lead, ...ORDER].flatMap((language) => {
    const text = all[language]
    if (text === '' || seen.has(text)) return []
    seen.add(text)
    return [{ text, language }]
  })
}
