import type { Agreement } from '../model/report'
import type { Theme } from '../model/view'

/**
 * WebGL cannot read CSS custom properties: these copy src/styles/tokens.css, and a test compares
 * them.
 */
export interface Palette {
  readonly theme: Theme
  readonly water: string
  readonly land: string
  readonly border: string
  readonly rule: string
  readonly label: string
  readonly ink: string
  readonly inkSecond: string
  readonly inkThird: string
  readonly raised: string
  readonly accent: string
  /** District counts, from the lowest class to the highest. */
  readonly ramp: readonly [string, string, string, string, string]
  /** Colours for agreement. Parties bring their own (groupColours.ts). */
  readonly agreement: Readonly<Record<Agreement, string>>
  /**
   * Names of lakes and rivers. Like the next one, only on the map and therefore not among the
   * tokens.
   */
  readonly waterLabel: string
  /** Land that no reports are counted on, a tone darker than land. */
  readonly outside: string
}

const LIGHT: Palette = {
  theme: 'light',
  water: '#dbe4e7',
  land: '#f2f0ea',
  border: '#8d867a',
  rule: '#cfc9be',
  label: '#3c3832',
  ink: '#1f1d1a',
  inkSecond: '#4d4943',
  inkThird: '#6b665e',
  raised: '#ffffff',
  accent: '#1f5f8b',
  ramp: ['#efe0d0', '#e2c4a5', '#cf9f76', '#b3764c', '#8c4f2c'],
  agreement: {
    'one-side': '#4a55a2',
    denied: '#b0134f',
    'both-sides': '#1f1d1a',
  },
  waterLabel: '#56737e',
  outside: '#e8e5de',
}

const DARK: Palette = {
  theme: 'dark',
  water: '#1d282d',
  land: '#24221f',
  border: '#8a8478',
  rule: '#423e37',
  label: '#ddd8cf',
  ink: '#f0ede7',
  inkSecond: '#c9c4bb',
  inkThird: '#a19b91',
  raised: '#22201e',
  accent: '#84b9de',
  ramp: ['#3a2f27', '#553f30', '#77523a', '#9f6a46', '#cb8c60'],
  agreement: {
    'one-side': '#8e97e6',
    denied: '#f2668f',
    'both-sides': '#f0ede7',
  },
  waterLabel: '#8aa7b2',
  outside: '#2c2a26',
}

/** The colours of the map in a theme. */
export function findPalette(theme: Theme): Palette {
  return theme === 'dark' ? DARK : LIGHT
}

/** Red, green and blue of `#rrggbb`, 0 to 1. */
export function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
}
