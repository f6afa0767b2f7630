import '../../styles/open.css'
import { openedReport, opening } from '../../app/state'
import { problemText } from '../../model/problemText'
import { Choose } from './Choose'
import { FileReport } from './FileReport'
import { KeptFiles } from './KeptFiles'
import { MappingForm } from './MappingForm'
import { Outlines } from './Outlines'
import { Working } from './Working'

/** Opening files, what was found in them, what is kept. */
export function DataContents() {
  const step = opening.value
  if (step?.kind === 'working') return <Working {...step} />
  if (step?.kind === 'question') return <MappingForm key={step.names} {...step} />
  return (
    <>
      {step?.kind === 'failed' && (
        <p class="data-failed" role="alert">
          {step.names !== '' && <strong>{step.names}: </strong>}
          {problemText(step.problem)}
        </p>
      )}
      <Choose />
      {openedReport.value && <FileReport opened={openedReport.value} />}
      <Outlines />
      <KeptFiles />
    </>
  )
}
