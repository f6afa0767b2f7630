import { expect, it } from 'vitest'
import { orderNames } from '../../src/figure/nameForms'
import { CONFLICT, language } from '../support/conflict'

const KALBAJAR = { name: 'Kalbajar', names: { az: 'Kəlbəcər', hy: 'Քելբաջար', ru: 'Кельбаджар' } }

const TOVUZ = { name: 'Tovuz', names: { az: 'Tovuz', hy: '', ru: '' } }

it.each([
  ['en', 'AZ', KALBAJAR, ['Kalbajar', 'Kəlbəcər', 'Քելբաջար']],
  ['az', 'AZ', KALBAJAR, ['Kəlbəcər', 'Kalbajar', 'Քելբաջար']],
  ['ru', 'AZ', KALBAJAR, ['Кельбаджар', 'Kəlbəcər', 'Kalbajar · Քելբաջար']],
  ['en', 'AM', KALBAJAR, ['Kalbajar', 'Քելբաջար', 'Kəlbəcər']],
  ['en', 'AZ', TOVUZ, ['Tovuz', '', '']],
  ['hy', 'AZ', TOVUZ, ['Tovuz', '', '']],
] as const)('leads with %s, then %s, and says no form twice', (lang, country, names, wanted) => {
  const { lead, second, others } = orderNames(names, language(lang), country, CONFLICT)
  expect([lead, second, others]).toEqual(wanted)
})
