import { describe, expect, test } from 'vitest'
import { type AccusedId, NOT_STATED, OTHER_PARTY, type PartyId } from '../../../src/model/conflict'
import type { PartyCasualties } from '../../../src/query/casualties'
import { figureWords, restWords } from '../../../src/ui/views/CasualtyList'
import { claimWords } from '../../../src/ui/views/ClaimMatrix'

const AZERBAIJAN = 'azerbaijan' as PartyId
const KARABAKH = 'nagorno-karabakh' as PartyId
const RUSSIA = 'russia' as PartyId
const ACCUSED_AZERBAIJAN = 'azerbaijan' as AccusedId
const ACCUSED_ARMENIA = 'armenia' as AccusedId

describe('claimWords', () => {
  test('says who accuses whom', () => {
    expect(claimWords(AZERBAIJAN, ACCUSED_ARMENIA)).toBe('Azerbaijan accuses Armenia')
    expect(claimWords(KARABAKH, ACCUSED_AZERBAIJAN)).toBe(
      'Nagorno-Karabakh authorities accuse Azerbaijan',
    )
    expect(claimWords(OTHER_PARTY, ACCUSED_AZERBAIJAN)).toBe('Other parties accuse Azerbaijan')
  })

  test('makes nobody of a party that is not stated', () => {
    expect(claimWords(RUSSIA, NOT_STATED)).toBe('Russia does not state whom it accuses')
    expect(claimWords(OTHER_PARTY, NOT_STATED)).toBe('Other parties do not state whom they accuse')
  })
})

describe('casualties in words', () => {
  const none = { certain: 0, possible: 0 }
  const own: PartyCasualties = {
    party: AZERBAIJAN,
    killed: { atLeast: 3, upTo: 3, stated: 2 },
    wounded: { atLeast: 1, upTo: 5, stated: 2 },
    counted: { certain: 3, possible: 1 },
    silent: { certain: 12, possible: 0 },
    leftOut: { certain: 1, possible: 0 },
  }

  test('at least and up to where they differ', () => {
    expect(figureWords(own)).toBe('3 killed, at least 1, up to 5 wounded')
    expect(restWords(own)).toBe(
      '12 reports state no number; 1 report excluded: its figures must not be added up',
    )
  })

  test('a figure that nobody states is missing, and a stated zero is a zero', () => {
    const zero = { atLeast: 0, upTo: 0, stated: 1 }
    const missing = { atLeast: 0, upTo: 0, stated: 0 }
    expect(figureWords({ ...own, killed: zero, wounded: missing })).toBe(
      '0 killed, no number of wounded',
    )
    expect(figureWords({ ...own, killed: missing })).toBe(
      'No number of killed, at least 1, up to 5 wounded',
    )
    expect(figureWords({ ...own, killed: missing, wounded: missing })).toBe(
      'No number of killed or wounded',
    )
    expect(restWords({ ...own, silent: { certain: 1, possible: 0 }, leftOut: none })).toBe(
      '1 report states no number',
    )
  })
})
