/** Longer, and the page would stand still for the reader. */
const SLICE_MS = 20

/** Lets the page do something else: what comes after is a task of its own. */
export function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume))
}

/** Runs through the steps of a long work, pausing so that the page can do something else. Resolves to its result. */
export async function inTimeSlices<Result>(work: Iterator<void, Result>): Promise<Result> {
  let until = performance.now() + SLICE_MS
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    await pause()
    until = performance.now() + SLICE_MS
  }
}
