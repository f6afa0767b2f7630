import type { Conflict, LanguageId } from '../../model/conflict'
import type { Area } from '../../model/place'

/** The forms of a name, the user's language first, each spelling once. */
export function orderedNames(
  area: Pick<Area, 'name' | 'names'>,
  lead: LanguageId,
  { languages }: Pick<Conflict, 'languages'>,
): { text: string; language: LanguageId }[] {
  const seen = new Set<string>()
  return [lead, ...languages.map(({ id }) => id)].flatMap((language) => {
    const text = language === languages[0].id ? area.name : (area.names[language] ?? '')
    if (text === '' || seen.has(text)) return []
    seen.add(text)
    return [{ text, language }]
  })
}
