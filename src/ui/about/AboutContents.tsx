import { conflict, dataset, folder, info, shown } from '../../app/state'
import { writeUrl } from '../../app/url'
import { about } from '../../messages/compiled/about'
import { help } from '../../messages/compiled/help'
import { coverage } from '../../query/coverage'
import { FolderFacts } from '../folder/FolderFacts'
import { openHowToRead } from '../help/openHowToRead'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'
import { monthOfWords, rangeWords } from '../shared/words'
import { CoverageTable, coverageWords } from './CoverageTable'
import { IssueTable } from './IssueTable'

/** A month with no more reports than this says little. */
const THIN = 3

/** What the records are, what they do not show, and the issues of the files. */
export function AboutContents() {
  const { issues } = dataset.value
  return (
    <>
      {issues.length > 0 && <IssueTable issues={issues} />}
      {folder.value ? (
        <>
          <h3>{about.whatItIs()}</h3>
          <FolderFacts />
          <p>{about.fileLimits()}</p>
        </>
      ) : (
        <AboutShown />
      )}
      <h3 id="coverage-title">{coverageWords(about.coverage)}</h3>
      <CoverageTable />
      <p>
        <LinkButton onClick={openHowToRead}>{help.howToRead()}</LinkButton>
      </p>
      {!shown.value && <HowToCite />}
      <h3>{about.credits()}</h3>
      <p>
        {rich(about.creditsText(conflict.value), {
          codebook: (text) => <a href="data/README.md">{text}</a>,
          file: (name) => <a href={`data/${name}`}>{name}</a>,
          versions: (text) => <VersionsLink text={text} />,
        })}
      </p>
      <p>{about.privacy()}</p>
    </>
  )
}

function AboutShown() {
  return shown.value ? <AboutFile name={shown.value.name} /> : <AboutRecords />
}

function AboutRecords() {
  const { columns, sources, span } = dataset.value
  const { compiled, version } = info.value
  const { subject, compiledFrom } = conflict.value
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
  const { title, version, released, licence, shortTitle } = info.value
  const year = released.slice(0, 4)
  return (
    <>
      <h3>{about.howToCite()}</h3>
      <p>{about.citation({ shortTitle, year, title, version, licence })}</p>
    </>
  )
}

/** A separate component, so that a change of dates does not render the whole dialog again. */
function VersionsLink({ text }: { readonly text: string }) {
  return <a href={`versions.html?${writeUrl()}`}>{text}</a>
}

/** How unevenly reports are distributed over parties and months. */
function unevenness(): Parameters<typeof about.limits>[0] {
  const { parties } = conflict.value
  const { columns } = dataset.value
  const byParty = parties.map(
    (_, code) => columns.codes.by.filter((party) => party === code).length,
  )
  const largest = Math.max(...byParty)
  const months = coverage(dataset.value)
  return {
    all: columns.length,
    largest,
    party: parties[byParty.indexOf(largest)]?.label ?? '',
    months: months.length,
    thin: months.filter(({ total }) => total.certain + total.possible <= THIN).length,
    limit: THIN,
    empty: months.filter(({ onFile }) => !onFile).length,
  }
}
