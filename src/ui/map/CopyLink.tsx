import { useSignal } from '@preact/signals'
import { Link } from 'lucide'
import { writeUrl } from '../../app/url'
import { tools } from '../../messages/tools'
import { copyText } from '../shared/clipboard'
import { Icon } from '../shared/Icon'

/** Copies the address of the screen, with its dates, so that it always shows the same. */
export function CopyLink() {
  const said = useSignal('')
  return (
    <>
      <button
        type="button"
        class="tool"
        onClick={async () => {
          const link = new URL(`?${writeUrl(true)}`, location.href).href
          said.value = (await copyText(link)) ? tools.linkCopied() : tools.linkNotCopied({ link })
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
