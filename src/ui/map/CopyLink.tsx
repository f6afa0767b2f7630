import { useSignal } from '@preact/signals'
import { Link } from 'lucide'
import { tools } from '../../messages/tools'
import { copyPageLink } from '../shared/clipboard'
import { Icon } from '../shared/Icon'

/** Copies the address of the screen. */
export function CopyLink() {
  const said = useSignal('')
  return (
    <>
      <button
        type="button"
        class="tool"
        onClick={async () => {
          said.value = await copyPageLink()
        }}
      >
        <Icon of={Link} /> <span class="tool-label">{tools.copyLink()}</span>
      </button>
      <p aria-live="polite" class="tool-status">
        {said.value}
      </p>
    </>
  )
}
