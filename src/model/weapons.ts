import type { Conflict, Term } from './conflict'
import { fold } from './fold'
import { memoize, memoizeText } from './memoize'
import { idOfWord } from './own/wordCounter'

type Weapons = Pick<Conflict, 'kinds' | 'weapons'>

/** Each is a bit, as are other weapons and none stated. */
export const MAX_WEAPONS = 29
/** Represents words of the weapons column that name no listed weapon. */
export const OTHER_WEAPON = 'other'

/** The weapons that reports can be filtered by, each once: a file's own, or those of all kinds. */
export const listWeapons = memoize(({ kinds, weapons: own }: Weapons): readonly Term[] => {
  const words = own ?? kinds.flatMap(({ weapons }) => weapons)
  const terms = words.map((word): [string, Term] => {
    const id = idOfWord(word)
    return [id, { id, record: word, label: word.charAt(0).toUpperCase() + word.slice(1) }]
  })
  return [...new Map(terms).values()]
})

/**
 * Returns a function that finds the ids of the listed weapons in a word of the weapons column:
 * "sniper" in "sniper rifles". Of a file's own words, each is itself only.
 */
export const weaponFinder = memoize((conflict: Weapons) => {
  const listed = listWeapons(conflict).map(({ id, record }) => ({ id, word: fold(record) }))
  return memoizeText((words: string): readonly string[] => {
    if (conflict.weapons) {
      const id = idOfWord(words)
      return [listed.some((weapon) => weapon.id === id) ? id : OTHER_WEAPON]
    }
    const text = ` ${fold(words)} `
    const named = listed.filter(({ word }) =>
      [` ${word} `, ` ${word}s `].some((w) => text.includes(w)),
    )
    return named.length > 0 ? named.map(({ id }) => id) : [OTHER_WEAPON]
  })
})
