import type { Conflict, Term } from './conflict'
import { fold } from './fold'
import { memoize, memoizeText } from './memoize'

type Weapons = Pick<Conflict, 'kinds'>

/** Each is a bit, as are other weapons and none stated. */
export const MAX_WEAPONS = 29
/** Represents words of the weapons column that name no listed weapon. */
export const OTHER_WEAPON = 'other'

/** The weapons that reports can be filtered by: those of all kinds of event, each once. */
export const listWeapons = memoize(({ kinds }: Weapons): readonly Term[] => {
  const terms = kinds
    .flatMap(({ weapons }) => weapons)
    .map((word): [string, Term] => {
      const id = fold(word).replaceAll(' ', '-')
      return [id, { id, record: word, label: word.charAt(0).toUpperCase() + word.slice(1) }]
    })
  return [...new Map(terms).values()]
})

/**
 * Returns a function that finds the ids of the listed weapons in a word of the weapons column:
 * "sniper" in "sniper rifles".
 */
export const weaponFinder = memoize((conflict: Weapons) => {
  const listed = listWeapons(conflict).map(({ id, record }) => ({ id, word: fold(record) }))
  return memoizeText((words: string): readonly string[] => {
    const text = ` ${fold(words)} `
    const named = listed.filter(({ word }) =>
      [` ${word} `, ` ${word}s `].some((w) => text.includes(w)),
    )
    return named.length > 0 ? named.map(({ id }) => id) : [OTHER_WEAPON]
  })
})
