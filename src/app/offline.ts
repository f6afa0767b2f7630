import * as state from './state'

/**
 * Keeps the site in this browser, so that it opens without a network. A newer version waits until
 * the reader asks for it (`state.update`): it never takes the place of what somebody is reading.
 */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD || state.embed.peek()) return
  const { serviceWorker } = navigator
  let isAsked = false
  serviceWorker.addEventListener('controllerchange', () => {
    if (isAsked) location.reload()
  })
  const registration = await serviceWorker.register('./sw.js', { updateViaCache: 'none' })
  const offer = () => {
    const { waiting } = registration
    if (!waiting || !serviceWorker.controller) return
    state.update.value = () => {
      isAsked = true
      waiting.postMessage('take over')
    }
  }
  offer()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer)
  })
}
