import { batch } from '@preact/signals'
import { options } from 'preact'
import { pause } from '../files/pause'

/** Changes the state in one task and renders in the next: in one, a million reports block the page. */
export async function renderedApart(change: () => void): Promise<void> {
  options.debounceRendering = setTimeout
  try {
    batch(change)
    await pause()
  } finally {
    delete options.debounceRendering
  }
}
