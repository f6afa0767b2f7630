import { batch } from '@preact/signals'
import { options } from 'preact'
import { pause } from '../files/pause'

/**
 * Changes the state in one task and lets what follows from it be rendered in the next, at which it resolves: in a single task
 * a million reports would stop the page.
 */
export async function renderedApart(change: () => void): Promise<void> {
  options.debounceRendering = setTimeout
  try {
    batch(change)
    await pause()
  } finally {
    delete options.debounceRendering
  }
}
