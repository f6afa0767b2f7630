/** Runs a function when no further call has come for a while. */
export interface Later {
  ask(run: () => void): void
  /** Cancels the pending call. */
  stop(): void
}

export function createDebounce(milliseconds: number): Later {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  return {
    ask(run) {
      stop()
      timer = setTimeout(run, milliseconds)
    },
    stop,
  }
}

/**
 * The same in a separate task after the next frame, so that page layout is not done together with
 * it.
 */
export function createAfterFrame(): Later {
  const after = createDebounce(0)
  let frame = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    after.stop()
  }
  return {
    ask(run) {
      stop()
      frame = requestAnimationFrame(() => after.ask(run))
    },
    stop,
  }
}
