import { DATASET_WORDS, sideWords } from '../../app/datasetWords'
import { dataset, info, shown } from '../../app/state'
import { writeUrl } from '../../app/url'
import { about } from '../../messages/about'
import { PARTIES, PLACEMENTS } from '../../model/vocabulary'
import { coverage } from '../../query/coverage'
import { rich } from '../shared/rich'
import { monthOfWords, rangeWords } from '../shared/words'
import { CoverageTable } from './CoverageTable'
import { IssueTable } from './IssueTable'

/** A month with no more reports than this tells little. */
const THIN = 3

/** What the records are, how to read them, what they do not show, and the issues of the files. */
export function AboutContents() {
  const { issues } = dataset.value
  return (
    <>
      {issues.length > 0 && <IssueTable issues={issues} />}
      {shown.value ? <AboutFile name={shown.value.name} /> : <AboutRecords />}
      <h3 id="coverage-title">{about.coverage()}</h3>
      <CoverageTable />
      <HowToRead />
      {!shown.value && <HowToCite />}
      <h3>{about.credits()}</h3>
      <p>
        {rich(about.creditsText(DATASET_WORDS), {
          codebook: (text) => <a href="data/README.md">{text}</a>,
          file: (name) => <a href={`data/${name}`}>{name}</a>,
          versions: (text) => <VersionsLink text={text} />,
        })}
      </p>
      <p>{about.privacy()}</p>
    </>
  )
}

function HowToRead() {
  const { columns } = dataset.value
  const { formerUnits, zone } = DATASET_WORDS
  const unlocated = columns.placement.filter((code) => PLACEMENTS[code] === 'unlocated').length
  return (
    <>
      <h3>{about.howToRead()}</h3>
      <dl class="reading">
        <dt>{about.claim()}</dt>
        <dd>{about.claimText()}</dd>
        <dt>{about.time()}</dt>
        <dd>{rich(about.timeText({ zone }), { em: (text) => <em>{text}</em> })}</dd>
        <dt>{about.place()}</dt>
        <dd>{about.placeText({ formerUnits, unlocated })}</dd>
        <dt>{about.agreement()}</dt>
        <dd>{about.agreementText(sideWords())}</dd>
        <dt>{about.casualties()}</dt>
        <dd>{about.casualtiesText()}</dd>
        <dt>{about.names()}</dt>
        <dd>{about.namesText()}</dd>
      </dl>
    </>
  )
}

function AboutRecords() {
  const { columns, sources, span } = dataset.value
  const { compiled, version } = info.value
  const { subject, compiledFrom } = DATASET_WORDS
  const month = monthOfWords(compiled)
  const counts = { n: columns.length, pages: sources.size }
  const values = { ...counts, subject, compiledFrom, month, version }
  return (
    <>
      <h3>{about.whatItIs()}</h3>
      <p>
        {span ? about.datedRecords({ ...values, dates: rangeWords(span) }) : about.records(values)}
      </p>
      <h3>{about.whatItIsNot()}</h3>
      <p>{about.limits(unevenness())}</p>
    </>
  )
}

function AboutFile({ name }: { readonly name: string }) {
  const { columns, sources, span } = dataset.value
  const values = { n: columns.length, name, sources: sources.size }
  return (
    <>
      <h3>{about.whatItIs()}</h3>
      <p>{span ? about.datedFile({ ...values, dates: rangeWords(span) }) : about.file(values)}</p>
      <p>{about.fileLimits()}</p>
    </>
  )
}

function HowToCite() {
  const { name, version, released, licence } = info.value
  const { shortTitle: title } = DATASET_WORDS
  return (
    <>
      <h3>{about.howToCite()}</h3>
      <p>{about.citation({ title, year: released.slice(0, 4), name, version, licence })}</p>
    </>
  )
}

/** A component of its own, so that a step of time does not render the whole dialog again. */
function VersionsLink({ text }: { readonly text: string }) {
  return <a href={`versions.html?${writeUrl()}`}>{text}</a>
}

/** How unevenly reports are spread over parties and months. */
function unevenness(): Parameters<typeof about.limits>[0] {
  const { columns } = dataset.value
  const byParty = PARTIES.map((_, code) => columns.party.filter((party) => party === code).length)
  const largest = Math.max(...byParty)
  const months = coverage(dataset.value)
  return {
    all: columns.length,
    largest,
    party: PARTIES[byParty.indexOf(largest)]?.label ?? '',
    months: months.length,
    thin: months.filter(({ total }) => total.certain + total.possible <= THIN).length,
    limit: THIN,
    empty: months.filter(({ onFile }) => !onFile).length,
  }
}
