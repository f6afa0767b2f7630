import { signal } from '@preact/signals'
import { X } from 'lucide'
import { Icon } from './Icon'
import { Later } from './Later'

const ID = 'about'
const opened = signal(false)
const loadContents = () => import('./AboutContents').then((module) => module.AboutContents)

/** Opens "About the data" from anywhere on the screen. */
export function openAbout(): void {
  const dialog = document.getElementById(ID)
  if (dialog instanceof HTMLDialogElement) dialog.showModal()
  opened.value = true
}

/** "About the data": a dialog whose text is loaded when it is first opened. */
export function AboutDialog() {
  return (
    <dialog id={ID} class="about" aria-labelledby="about-title">
      <form method="dialog">
        <button type="submit" class="card-close" aria-label="Close">
          <Icon of={X} />
        </button>
      </form>
      <h2 id="about-title">About the data</h2>
      {opened.value && <Later load={loadContents} />}
    </dialog>
  )
}
