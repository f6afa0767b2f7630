import { describe, expect, it } from 'vitest'
import { orderNames } from '../../src/figure/nameForms'

const KALBAJAR = { name: 'Kalbajar', names: { az: 'Kəlbəcər', hy: 'Քելբաջար', ru: 'Кельбаджар' } }

describe('orderNames', () => {
  it('leads with the chosen form and goes on with the one of the country', () => {
    expect(orderNames(KALBAJAR, 'en', 'AZ')).toEqual({
      lead: 'Kalbajar',
      second: 'Kəlbəcər',
      others: 'Քելբաջար',
    })
    expect(orderNames(KALBAJAR, 'az', 'AZ')).toMatchObject({ lead: 'Kəlbəcər', second: 'Kalbajar' })
    expect(orderNames(KALBAJAR, 'ru', 'AZ')).toMatchObject({
      lead: 'Кельбаджар',
      second: 'Kəlbəcər',
    })
    expect(orderNames(KALBAJAR, 'en', 'AM')).toMatchObject({ lead: 'Kalbajar', second: 'Քելբաջար' })
  })

  it('never says a form twice, and falls back on English', () => {
    const tovuz = { name: 'Tovuz', names: { az: 'Tovuz', hy: '', ru: '' } }
    expect(orderNames(tovuz, 'en', 'AZ')).toEqual({ lead: 'Tovuz', second: '', others: '' })
    expect(orderNames(tovuz, 'hy', 'AZ')).toEqual({ lead: 'Tovuz', second: '', others: '' })
  })
})
