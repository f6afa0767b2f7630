import { expect, test } from 'vitest'
import { type AccusedId, NOT_STATED, OTHER_PARTY, type PartyId } from '../../../src/model/conflict'
import { figureWords, restWords } from '../../../src/ui/views/CasualtyList'
import { claimWords } from '../../../src/ui/views/ClaimMatrix'

const AZERBAIJAN = 'azerbaijan' as PartyId

test.each([
  ['azerbaijan', 'armenia', 'Azerbaijan accuses Armenia'],
  ['nagorno-karabakh', 'azerbaijan', 'Nagorno-Karabakh authorities accuse Azerbaijan'],
  [OTHER_PARTY, 'azerbaijan', 'Other parties accuse Azerbaijan'],
  ['russia', NOT_STATED, 'Russia does not state whom it accuses'],
  [OTHER_PARTY, NOT_STATED, 'Other parties do not state whom they accuse'],
])('%s accuses %s: %s', (party, accused, words) => {
  expect(claimWords(party as PartyId, accused as AccusedId)).toBe(words)
})

const figure = (atLeast: number, upTo = atLeast, stated = 1) => ({ atLeast, upTo, stated })
const MISSING = figure(0, 0, 0)
const none = { certain: 0, possible: 0 }
const own = { party: AZERBAIJAN, counted: none, silent: none, leftOut: none }

test.each([
  [figure(3), figure(1, 5), '3 killed, at least 1, up to 5 wounded'],
  [figure(0), MISSING, '0 killed, no number of wounded'],
  [MISSING, figure(1, 5), 'No number of killed, at least 1, up to 5 wounded'],
  [MISSING, MISSING, 'No number of killed or wounded'],
])('casualties in words: %o, %o', (killed, wounded, words) => {
  expect(figureWords({ ...own, killed, wounded })).toBe(words)
})

test.each([
  [12, 1, '12 reports state no number; 1 report excluded: its figures must not be added up'],
  [1, 0, '1 report states no number'],
])('%i silent reports and %i left out', (silent, leftOut, words) => {
  const counts = {
    silent: { certain: silent, possible: 0 },
    leftOut: { ...none, certain: leftOut },
  }
  expect(restWords({ ...own, killed: MISSING, wounded: MISSING, ...counts })).toBe(words)
})
