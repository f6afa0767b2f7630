import '../../styles/open.css'
import { useSignal } from '@preact/signals'
import { FolderOpen } from 'lucide'
import { useRef } from 'preact/hooks'
import { useShippedOutlines } from '../../app/openFile'
import { SHIPPED_CONFLICT } from '../../app/shippedConflict'
import { opening, outlines, parts } from '../../app/state'
import { issueText } from '../../issues/issueText'
import { problemText } from '../../issues/problemText'
import { open } from '../../messages/compiled/open'
import { FolderFacts } from '../folder/FolderFacts'
import { Icon } from '../shared/Icon'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'
import { SelectField } from '../shared/SelectField'
import { AskBeside, BesideRecords } from './Beside'
import { openFilesOf } from './dataPanel'
import { FileReport } from './FileReport'
import { KeptFiles } from './KeptFiles'
import { MappingForm } from './MappingForm'
import { Working } from './Working'

/** Opening files, what was found in them, and what this browser stores. */
export function DataContents() {
  const step = opening.value
  if (step?.kind === 'working') return <Working {...step} />
  if (step?.kind === 'beside') return <AskBeside names={step.names} />
  if (step?.kind === 'question') return <MappingForm key={step.names} {...step} />
  return (
    <>
      {step?.kind === 'failed' && (
        <p class="data-failed" role="alert">
          {step.names === ''
            ? problemText(step.problem)
            : rich(open.failed({ names: step.names, message: problemText(step.problem) }), {
                names: (text) => <strong>{text}</strong>,
              })}
        </p>
      )}
      <FolderFacts />
      <Reports />
      <Choose />
      <Outlines />
      <KeptFiles />
    </>
  )
}

/** The report of an opened file, the last one at first. */
function Reports() {
  const id = useSignal('')
  const files = parts.value.filter(({ opened }) => opened)
  const part = files.find((each) => each.id === id.value) ?? files.at(-1)
  if (!part) return null
  return (
    <>
      {files.length > 1 && (
        <SelectField
          class="choose"
          name={open.reportOn()}
          value={part.id}
          options={files.map((each) => ({ id: each.id, label: each.name }))}
          onChoose={(chosen) => {
            id.value = chosen
          }}
        />
      )}
      <FileReport key={part.id} part={part} />
    </>
  )
}

/** Chooses files; says which can be read and that they stay in this browser. */
function Choose() {
  const input = useRef<HTMLInputElement>(null)
  return (
    <section aria-label={open.openAFile()}>
      <p>{open.howToOpen({ title: SHIPPED_CONFLICT.shortTitle })}</p>
      <p class="data-choose">
        <button type="button" class="tool" onClick={() => input.current?.click()}>
          <Icon of={FolderOpen} /> {open.chooseFiles()}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={open.filesToOpen()}
          onChange={(event) => {
            void openFilesOf(event.currentTarget.files)
            // Allows choosing the same file again after correcting it.
            event.currentTarget.value = ''
          }}
        />
      </p>
      <BesideRecords />
      <p class="quiet">
        {rich(open.formats(), {
          formats: (text) => (
            <a href="data/FORMATS.md" target="_blank" rel="noopener">
              {text}
            </a>
          ),
        })}
      </p>
    </section>
  )
}

/** The user's district outlines that reports are joined to, and their issues. */
function Outlines() {
  const own = outlines.value
  if (!own) return null
  return (
    <section aria-labelledby="outlines-title">
      <h3 id="outlines-title">{open.outlines()}</h3>
      <p>
        {open.joinedTo({ n: own.polygons.features.length, file: own.file.name })}{' '}
        <LinkButton onClick={() => void useShippedOutlines()}>{open.useBuiltIn()}</LinkButton>
      </p>
      {own.issues.map((issue, index) => (
        <p key={index} class="data-note">
          {open.outlineIssue({
            row: String(issue.row),
            rows: issue.rows ?? 1,
            issue: issueText(issue),
          })}
        </p>
      ))}
    </section>
  )
}
