/** Runs what it is given when nothing further has come for a while. */
export interface Later {
  ask(run: () => void): void
  /** Forgets what waits. */
  stop(): void
}

export function createLater(milliseconds: number): Later {
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
