import { Link } from 'lucide'
import { tools } from '../../messages/compiled/tools'
import { copyPageLink } from '../shared/clipboard'
import { Icon } from '../shared/Icon'

/** Copies the address of the screen. */
export function CopyLink({ say }: { readonly say: (words: string) => void }) {
  return (
    <button type="button" class="tool" onClick={async () => say(await copyPageLink())}>
      <Icon of={Link} /> <span class="tool-label">{tools.copyLink()}</span>
    </button>
  )
}
