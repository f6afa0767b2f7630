import { useSignal } from '@preact/signals'
import { Link, Quote } from 'lucide'
import dataset from '../../geodata/dataset.json'
import { citeReport } from '../data/cite'
import type { Incident } from '../types'
import { copyText } from './clipboard'
import { Icon } from './Icon'

/** The reference of a report, to read and to copy, and its stable link. */
export function Citation({ incident }: { readonly incident: Incident }) {
  const open = useSignal(false)
  const copied = useSignal('')
  const href = `?incident=${encodeURIComponent(incident.id)}`
  const text = citeReport(incident, dataset)
  return (
    <div class="citation">
      <p class="citation-actions">
        <button
          type="button"
          class="link-button"
          aria-expanded={open.value}
          onClick={() => {
            open.value = !open.value
          }}
        >
          <Icon of={Quote} size={14} /> Cite
        </button>
        <a href={href}>
          <Icon of={Link} size={14} /> Link to this report
        </a>
        <span class="quiet">{incident.id}</span>
      </p>
      {open.value && (
        <div class="citation-text">
          <p>{text}</p>
          <button
            type="button"
            onClick={async () => {
              copied.value = (await copyText(text))
                ? 'Copied.'
                : 'The browser did not allow copying: select the text and copy it by hand.'
            }}
          >
            Copy citation
          </button>{' '}
          <span role="status">{copied.value}</span>
        </div>
      )}
    </div>
  )
}
