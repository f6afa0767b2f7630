import { useSignal } from '@preact/signals'
import { useState } from 'preact/hooks'
import { frameQuery } from '../../app/embedding'
import { conflict } from '../../app/state'
import { share } from '../../messages/compiled/share'
import { tools } from '../../messages/compiled/tools'
import { FRAME_PARTS, type FramePart, USUAL_FRAME } from '../../model/view'
import { copyPageLink, copyText, pageLink } from '../shared/clipboard'
import { SelectField } from '../shared/SelectField'
import { frameCode } from './frameCode'
import { TextField } from './TextField'

const SIZES = {
  wide: { width: '100%', height: '480' },
  large: { width: '800', height: '600' },
  small: { width: '480', height: '480' },
  card: { width: '320', height: '320' },
} as const
type SizeId = keyof typeof SIZES
const SIZE_IDS = Object.keys(SIZES) as SizeId[]

/** The link of the screen, and code that puts the map into another page, as it will look there. */
export function ShareForm() {
  const { shortTitle, subject } = conflict.value
  const [size, setSize] = useState<SizeId>('wide')
  const [parts, setParts] = useState<ReadonlySet<FramePart>>(new Set(USUAL_FRAME))
  const [title, setTitle] = useState(share.frameOf({ title: shortTitle, subject }))
  const said = useSignal('')
  const link = pageLink()
  const { search } = new URL(link)
  const address = new URL(`?${frameQuery(search, parts)}`, link).href
  const code = frameCode({ address, title, ...SIZES[size] })
  return (
    <div class="publish-form">
      <TextField class="share-text" name={share.link()} value={link} />
      <div class="publish-actions">
        <button
          type="button"
          class="tool"
          onClick={async () => {
            said.value = await copyPageLink()
          }}
        >
          {tools.copyLink()}
        </button>
      </div>
      <h3>{share.embed()}</h3>
      <div class="publish-choices">
        <SelectField
          name={share.size()}
          value={size}
          options={SIZE_IDS.map((id) => ({ id, label: share.sizeName({ size: id }) }))}
          onChoose={setSize}
        />
        <TextField class="publish-title" name={share.title()} value={title} onChange={setTitle} />
      </div>
      <fieldset class="share-parts">
        <legend>{share.parts()}</legend>
        {FRAME_PARTS.map((part) => (
          <label key={part} class="row">
            <input
              type="checkbox"
              checked={parts.has(part)}
              onChange={() => setParts(toggled(parts, part))}
            />
            {share.part({ part })}
          </label>
        ))}
      </fieldset>
      <label class="share-text">
        <span>{share.code()}</span>
        <textarea readOnly rows={3} value={code} />
      </label>
      <div class="publish-actions">
        <button
          type="button"
          class="tool"
          onClick={async () => {
            said.value = (await copyText(code)) ? share.codeCopied() : share.notCopied()
          }}
        >
          {share.copyCode()}
        </button>
        <p role="status">{said.value}</p>
      </div>
      <div class="publish-preview">
        <iframe key={address} src={address} title={share.preview()} {...SIZES[size]} />
      </div>
    </div>
  )
}

function toggled(parts: ReadonlySet<FramePart>, part: FramePart): ReadonlySet<FramePart> {
  return new Set(FRAME_PARTS.filter((each) => parts.has(each) !== (each === part)))
}
