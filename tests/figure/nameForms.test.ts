import { describe, expect, it } from 'vitest'
import { namesOf } from '../../src/figure/nameForms'

const KALBAJAR = { name: 'Kalbajar', names: { az: 'Kəlbəcər', hy: 'Քելբաջար', ru: 'Кельбаджар' } }

describe('namesOf', () => {
  it('leads with the chosen form and goes on with the one of the country', () => {
    expect(namesOf(KALBAJAR, 'en', 'AZ')).toEqual({
      lead: 'Kalbajar',
      second: 'Kəlbəcər',
      others: 'Քելբաջար',
    })
    expect(namesOf(KALBAJAR, 'az', 'AZ')).toMatchObject({ lead: 'Kəlbəcər', second: 'Kalbajar' })
    expect(namesOf(KALBAJAR, 'ru', 'AZ')).toMatchObject({ lead: 'Кельбаджар', second: 'Kəlbəcər' })
    expect(namesOf(KALBAJAR, 'en', 'AM')).toMatchObject({ lead: 'Kalbajar', second: 'Քելբաջար' })
  })

  it('never says a form twice, and falls back on English', () => {
    const tovuz = { name: 'Tovuz', names: { az: 'Tovuz', hy: '', ru: '' } }
    expect(namesOf(tovuz, 'en', 'AZ')).toEqual({ lead: 'Tovuz', second: '', others: '' })
    expect(namesOf(tovuz, 'hy', 'AZ')).toEqual({ lead: 'Tovuz', second: '', others: '' })
  })
})
