import { readFileSync } from 'node:fs'

/** The shipped text of a file of geodata/. Measurements run from the repository's root. */
export function geodata(name: string): string {
  return readFileSync(`geodata/${name}`, 'utf8')
}
