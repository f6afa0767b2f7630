import fc from 'fast-check'

/** The share of their usual runs that property tests take: `npm run check` sets a tenth. */
const SHARE = Number(process.env.PROPERTY_RUNS ?? 1)

/** The `numRuns` of a property that needs another number than the usual hundred. */
export function runs(usual: number): number {
  return Math.ceil(usual * SHARE)
}

fc.configureGlobal({ numRuns: runs(100) })
