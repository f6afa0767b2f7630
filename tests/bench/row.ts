/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly what: string
  readonly ours: number
  readonly unit: 'ms' | 'MB' | 'rows/s' | 'days' | 'files'
  /** Another way to the same answer, measured in the same run, where the target is a ratio. */
  readonly alternative?: { readonly name: string; readonly value: number }
  readonly target: string
}

/** The middle of several values; the mean of the two in the middle when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0]
  return (low + high) / 2
}

/** Milliseconds: the median of some runs, after one that does not count. */
export function medianTime(runs: number, run: () => unknown): number {
  run()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return median(times)
}
