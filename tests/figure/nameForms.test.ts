import { describe, expect, it } from 'vitest'
import { orderNames } from '../../src/figure/nameForms'
import { CONFLICT, language } from '../support/conflict'

const KALBAJAR = { name: 'Kalbajar', names: { az: 'Kəlbəcər', hy: 'Քելբաջար', ru: 'Кельбаджар' } }

describe('orderNames', () => {
  it('leads with the chosen form and goes on with the one of the country', () => {
    expect(orderNames(KALBAJAR, language('en'), 'AZ', CONFLICT)).toEqual({
      lead: 'Kalbajar',
      second: 'Kəlbəcər',
      others: 'Քելբաջար',
    })
    expect(orderNames(KALBAJAR, language('az'), 'AZ', CONFLICT)).toMatchObject({
      lead: 'Kəlbəcər',
      second: 'Kalbajar',
    })
    expect(orderNames(KALBAJAR, language('ru'), 'AZ', CONFLICT)).toMatchObject({
      lead: 'Кельбаджар',
      second: 'Kəlbəcər',
    })
    expect(orderNames(KALBAJAR, language('en'), 'AM', CONFLICT)).toMatchObject({
      lead: 'Kalbajar',
      second: 'Քելբաջար',
    })
  })

  it('never says a form twice, and falls back on English', () => {
    const tovuz = { name: 'Tovuz', names: { az: 'Tovuz', hy: '', ru: '' } }
    expect(orderNames(tovuz, language('en'), 'AZ', CONFLICT)).toEqual({
      lead: 'Tovuz',
      second: '',
      others: '',
    })
    expect(orderNames(tovuz, language('hy'), 'AZ', CONFLICT)).toEqual({
      lead: 'Tovuz',
      second: '',
      others: '',
    })
  })
})
