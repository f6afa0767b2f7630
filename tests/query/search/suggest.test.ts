import { expect, test } from 'vitest'
import { readQuery } from '../../../src/query/search/readQuery'
import { type FacetTerm, suggest } from '../../../src/query/search/suggest'
import { readDateWords } from '../../../src/read/dateWords'
import { smallDataset } from '../../support/fixtures'

const dataset = smallDataset([
  { id: 'a', date_start: '2021-11-30', areas: 'Shusha', settlements: 'Tağavard' },
  { id: 'b', date_start: '2022-11-30', areas: 'Aghdam' },
])
const TERMS: readonly FacetTerm[] = [
  { facet: 'by', id: 'azerbaijan', label: 'Azerbaijan' },
  { facet: 'accused', id: 'azerbaijan', label: 'Azerbaijan' },
  { facet: 'weapon', id: 'machine-gun', label: 'Machine gun' },
  { facet: 'weapon', id: 'hand-grenade', label: 'Hand grenade' },
]

/** What is suggested, each as its kind or facet, its name and the rest of the search. */
function suggested(text: string): string[] {
  const query = readQuery(text, dataset.span, readDateWords)
  return suggest(dataset, query, TERMS).map((found) => {
    const what = found.kind === 'value' ? `${found.facet} ${found.id}` : found.kind
    if (found.kind === 'dates') return `${what} | ${found.range.from} | ${found.rest}`
    const name = found.form === '' ? found.name : `${found.form} = ${found.name}`
    return `${what} | ${name} | ${found.rest}`
  })
}

test.each([
  ['shu', ['area shusha | Shusha | ']],
  ['Şuşa', ['area shusha | Şuşa = Shusha | ']],
  ['Шуш', ['area shusha | Шуша = Shusha | ']],
  ['shushaa', ['area shusha | Shusha | ']],
  ['тагав', ['settlement | Тагавард = Taghavard | ']],
  ['fire agh', ['area aghdam | Aghdam | fire']],
  ['azer', ['by azerbaijan | Azerbaijan | ', 'accused azerbaijan | Azerbaijan | ']],
  ['post machine g', ['weapon machine-gun | Machine gun | post']],
  ['gren', ['weapon hand-grenade | Hand grenade | ']],
  ['30 nov shu', ['dates | 19326 | shu', 'dates | 18961 | shu', 'area shusha | Shusha | 30 nov']],
  ['s', []],
  // Without reports.
  ['kalb', []],
  ['nothing', []],
])('“%s” suggests %j', (text, expected) => {
  expect(suggested(text)).toEqual(expected)
})
