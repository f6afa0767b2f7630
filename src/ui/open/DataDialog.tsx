import { X } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import '../../styles/open.css'
import { cancelOpening } from '../../opening'
import { openedReport, opening } from '../../state'
import { Icon } from '../Icon'
import { Choose } from './Choose'
import { dataOpen } from './dataPanel'
import { FileReport } from './FileReport'
import { KeptFiles } from './KeptFiles'
import { MappingForm } from './MappingForm'
import { Outlines } from './Outlines'
import { Working } from './Working'

/** "Your data": opening files, what was found in them, what is kept. Closing it stops no reading. */
export function DataDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  const step = opening.value
  return (
    <dialog
      ref={dialog}
      class="about data-dialog"
      aria-labelledby="data-title"
      onClose={() => {
        dataOpen.value = false
        if (step?.kind === 'failed' || step?.kind === 'question') cancelOpening()
      }}
    >
      <form method="dialog">
        <button type="submit" class="card-close" aria-label="Close">
          <Icon of={X} />
        </button>
      </form>
      <h2 id="data-title">Your data</h2>
      {step?.kind === 'working' ? (
        <Working {...step} />
      ) : step?.kind === 'question' ? (
        <MappingForm key={step.names} {...step} />
      ) : (
        <>
          {step?.kind === 'failed' && (
            <p class="data-failed" role="alert">
              {step.names !== '' && <strong>{step.names}: </strong>}
              {step.message}
            </p>
          )}
          <Choose />
          {openedReport.value && <FileReport opened={openedReport.value} />}
          <Outlines />
          <KeptFiles />
        </>
      )}
    </dialog>
  )
}
