import { expect } from 'vitest'

/** Twice the input may take so many times as long: four is the square. */
const MAX_RATIO = 3
/** Milliseconds below which a difference says nothing. */
const NOISE_MS = 20
const ATTEMPTS = 8

/** Expects that work on 2n takes about twice the processor time of work on n. */
export async function expectLinear(n: number, work: (n: number) => unknown): Promise<void> {
  await work(Math.ceil(n / 8))
  let best = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && best > MAX_RATIO; attempt++) {
    const [once, twice] = [await timeOf(() => work(n)), await timeOf(() => work(2 * n))]
    best = Math.min(best, twice / Math.max(once, NOISE_MS))
  }
  expect(best).toBeLessThanOrEqual(MAX_RATIO)
}

/** Milliseconds of this process: other programs on the machine do not count. */
async function timeOf(work: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
