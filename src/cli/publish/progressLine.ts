import { commandLine } from '../../messages/compiled/commandLine'
import type { PublishStep } from '../../publish/publishFolder'

type Step = 'checksums' | 'words' | 'read' | PublishStep

const BETWEEN_MS = 3000

/** Returns a function that says now and then how far a step is, with the speed and the time left. */
export function progressLines(say: (text: string) => void, now: () => number) {
  let step: Step | null = null
  let [begun, last, from, fromRows] = [0, 0, 0, 0]
  return (current: Step, done: number, total: number, rows: number): void => {
    const time = now()
    if (current !== step) {
      step = current
      ;[begun, last, from, fromRows] = [time, time, done, rows]
    }
    if (time - last < BETWEEN_MS) return
    last = time
    const seconds = (time - begun) / 1000
    const left = done > from ? ((total - done) * seconds) / (done - from) : 0
    const percent = Math.floor((100 * done) / Math.max(1, total))
    const rate = Math.round((rows - fromRows) / seconds)
    say(commandLine.publishProgress({ step, percent, rows, rate, left: duration(left) }))
  }
}

/** `1:05:09` or `5:09`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const pad = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`
}
