import { signal, useSignal } from '@preact/signals'
import { Flag, Link, Quote } from 'lucide'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { conflict, dataKey, dataset, folder, info, parts, shown } from '../../app/state'
import { citeReport, citeSource } from '../../export/citation'
import { correctionAddress } from '../../export/correctionAddress'
import {
  type CslItem,
  reportItems,
  reportLink,
  sourceItem,
  sourcesOfReport,
} from '../../export/csl'
import { infoOfReport } from '../../export/provenance'
import { isLinkable, type ShownFile } from '../../files/shownFile'
import { errorText } from '../../issues/errorText'
import { card } from '../../messages/compiled/card'
import { phrases } from '../../messages/compiled/phrases'
import type { IncidentId } from '../../model/ids'
import type { Incident } from '../../model/report'
import type { Source } from '../../model/source'
import { copyPageLink, copyText, pageLink } from '../shared/clipboard'
import { BIBLIOGRAPHIES, saveBibliography } from '../shared/downloads'
import { Icon } from '../shared/Icon'
import { LinkButton } from '../shared/LinkButton'

/** The report whose reference is open. */
const cited = signal<IncidentId | null>(null)
const REFERENCE = 'report-reference'

/** Opens the reference of a report, and copies a link to it in the slice that is shown. */
export function CitationActions({ incident }: { readonly incident: Incident }) {
  const { id } = incident
  const said = useSignal('')
  const isOpen = cited.value === id
  return (
    <p class="citation-actions">
      <LinkButton
        aria-expanded={isOpen}
        aria-controls={REFERENCE}
        onClick={() => {
          cited.value = isOpen ? null : id
        }}
      >
        <Icon of={Quote} size={14} /> {card.cite()}
      </LinkButton>
      <a
        href={pageLink()}
        onClick={async (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          said.value = await copyPageLink()
        }}
      >
        <Icon of={Link} size={14} /> {card.link()}
      </a>
      <Correction incident={incident} />
      <span aria-live="polite">{said.value}</span>
    </p>
  )
}

/** Where to report an error in a shipped report, if the dataset says so. */
function Correction({ incident }: { readonly incident: Incident }) {
  const { id } = incident
  const { corrections, shortTitle } = conflict.value
  if (!corrections || fileOf(incident)) return null
  const subject = card.correctionSubject({ title: shortTitle, id })
  const address = correctionAddress(corrections, id, subject, reportLink({ id }, pageAddress()))
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      <Icon of={Flag} size={14} /> {card.correct()}
    </a>
  )
}

/** The reference of a report, to read, copy and save with its sources. */
export function ReportReference({ incident }: { readonly incident: Incident }) {
  const sources = sourcesOfReport(incident, dataset.value.sources).length
  // A link to a file in this browser opens nowhere else.
  const file = fileOf(incident)
  const base = file === null || (shown.value && isLinkable(shown.value)) ? pageAddress() : ''
  const link =
    base === ''
      ? ''
      : reportLink(incident, base, file ? dataKey.value : null, folder.value !== null)
  const about = infoOfReport(incident, info.value)
  return (
    <div id={REFERENCE}>
      {cited.value === incident.id && (
        <Reference
          text={`${citeReport(incident, info.value)} ${link}`.trim()}
          note={link === '' ? undefined : card.citationLink({ link: card.link() })}
          saved={card.savesReport({ sources })}
          nameOf={(format) => card.reportAs({ format, sources })}
          copy={card.copyCitation()}
          stem={file ? incident.id : `contactline-${incident.id}`}
          items={() => reportItems(incident, dataset.value, about, link)}
        />
      )}
    </div>
  )
}

/** A small button after a source that opens its reference, to copy and save. */
export function SourceCitation({ source }: { readonly source: Source }) {
  const { fold, id, isOpen } = useFold()
  const { publisher, title } = source
  const name = phrases.sourceName({ publisher, title: title || source.id })
  return (
    <>
      {' '}
      <LinkButton
        class="source-reference"
        aria-label={card.referenceTo({ source: name })}
        {...fold}
      >
        {card.reference()}
      </LinkButton>
      <div id={id}>
        {isOpen && (
          <Reference
            text={`${citeSource(source, info.value.compiled)}.`}
            saved={card.savesPage()}
            nameOf={(format) => card.sourceAs({ format, source: name })}
            copy={card.copyReference()}
            copyName={card.copyReferenceTo({ source: name })}
            stem={source.id}
            items={() => [sourceItem(source, info.value)]}
          />
        )}
      </div>
    </>
  )
}

/** Attributes of a button that unfolds the element of an id. */
function useFold() {
  const open = useSignal(false)
  const id = useId()
  const onClick = () => {
    open.value = !open.value
  }
  const fold = { 'aria-expanded': open.value, 'aria-controls': id, onClick }
  return { fold, id, isOpen: open.value }
}

interface ReferenceProps {
  readonly text: string
  readonly note?: string | undefined
  /** What the buttons of the formats save. */
  readonly saved: string
  /** The accessible name of a format's button: it names what is referenced. */
  readonly nameOf: (format: string) => string
  readonly copy: string
  readonly copyName?: string
  readonly stem: string
  readonly items: () => readonly CslItem[]
}

/** Comes into view when it opens. */
function Reference({ text, note, saved, nameOf, copy, copyName, stem, items }: ReferenceProps) {
  const said = useSignal('')
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div class="citation-text" ref={box}>
      <p>{text}</p>
      {note && <p class="quiet">{note}</p>}
      <div class="citation-formats">
        <button
          type="button"
          aria-label={copyName}
          onClick={async () => {
            said.value = (await copyText(text)) ? card.copied() : card.notCopied()
          }}
        >
          {copy}
        </button>
        <span class="quiet">{saved}</span>
        {BIBLIOGRAPHIES.map(({ id, label }) => (
          <button
            type="button"
            key={id}
            aria-label={nameOf(label)}
            onClick={async () => {
              try {
                said.value = card.saved({ name: await saveBibliography(items(), id, stem) })
              } catch (error) {
                said.value = card.notSaved({ reason: errorText(error) })
              }
            }}
          >
            {label}
          </button>
        ))}
        <span aria-live="polite">{said.value}</span>
      </div>
    </div>
  )
}

/** The address of this page without query and fragment, the base of stable links. */
function pageAddress(): string {
  return location.href.replace(/[?#].*$/s, '')
}

/** The file that a report is from; null for the shipped records. */
function fileOf({ dataset }: Pick<Incident, 'dataset'>): ShownFile | null {
  const part = parts.value.find(({ id }) => !dataset || id === dataset.id)
  return part?.opened?.file ?? part?.folder ?? null
}
