import '../../styles/open.css'
import { openedReport, opening } from '../../app/state'
import { problemText } from '../../issues/problemText'
import { open } from '../../messages/open'
import { rich } from '../shared/rich'
import { Choose } from './Choose'
import { FileReport } from './FileReport'
import { KeptFiles } from './KeptFiles'
import { MappingForm } from './MappingForm'
import { Outlines } from './Outlines'
import { Working } from './Working'

/** Opening files, what was found in them, and what this browser stores. */
export function DataContents() {
  const step = opening.value
  if (step?.kind === 'working') return <Working {...step} />
  if (step?.kind === 'question') return <MappingForm key={step.names} {...step} />
  return (
    <>
      {step?.kind === 'failed' && (
        <p class="data-failed" role="alert">
          {step.names === ''
            ? problemText(step.problem)
            : rich(open.failed({ names: step.names, message: problemText(step.problem) }), {
                names: bold,
              })}
        </p>
      )}
      <Choose />
      {openedReport.value && <FileReport opened={openedReport.value} />}
      <Outlines />
      <KeptFiles />
    </>
  )
}

function bold(text: string) {
  return <strong>{text}</strong>
}
