import { conflict, dataset, info, shown } from '../../app/state'
import { writeUrl } from '../../app/url'
import { PLACEMENTS } from '../../model/vocabulary'
import { coverage } from '../../query/coverage'
import type { Dataset } from '../../store/dataset'
import { grouped, monthOfWords, rangeWords } from '../shared/words'
import { CoverageTable } from './CoverageTable'
import { IssueTable } from './IssueTable'

/** What the records are, how to read them, what they do not show, and what is wrong with the files. */
export function AboutContents() {
  const { columns, issues } = dataset.value
  const unlocated = columns.codes.placement.filter(
    (code) => PLACEMENTS[code] === 'unlocated',
  ).length
  return (
    <>
      {issues.length > 0 && <IssueTable issues={issues} />}
      {shown.value ? <AboutFile /> : <AboutRecords />}
      <h3 id="coverage-title">Reports on file by month and party</h3>
      <CoverageTable />
      <h3>How to read it</h3>
      <dl class="reading">
        <dt>A report is a claim</dt>
        <dd>
          Who reported, whom they accuse and in which words, and who denied it stand apart. The map
          takes no side.
        </dd>
        <dt>Time</dt>
        <dd>
          Local time, UTC+4. A report is <em>certain</em> in the chosen days when all of its time
          lies in them, and <em>possible</em> when it only reaches into them, such as a night of two
          dates. Where the two differ, counts read “at least n, up to m”.
        </dd>
        <dt>Place</dt>
        <dd>
          A report known to the district is counted on the district, and the ring stands at no
          particular spot in it. A settlement has a mark where its position is known. Askeran,
          Martuni, Martakert and Hadrut, units of the former Karabakh administration, coincide with
          no district: their reports are drawn on all districts they overlap, as approximate.{' '}
          {grouped(unlocated)} reports name no district; they are listed and counted as not located.
        </dd>
        <dt>What the sides say together</dt>
        <dd>
          Two reports are paired when they come from opposite sides, Azerbaijan on the one and
          Armenia or the Karabakh authorities on the other, when their times share at least one
          minute, and when they name the same settlement or share a district. The pair says that
          both sides spoke of that place and time, not of one event. So a report is denied by a
          party; else reported by both sides; else claimed by one side only.
        </dd>
        <dt>Casualties</dt>
        <dd>
          Killed and wounded are as the party that reports them counts them. They are added for each
          party by itself and never over the parties. Reports that state no number count as that,
          not as zero; figures whose note says that they are not to be added up are left out of the
          sums, and the screen says how many.
        </dd>
        <dt>Names</dt>
        <dd>Places are found under all the names on file, and shown in several forms.</dd>
      </dl>
      {!shown.value && <HowToCite />}
      <h3>Credits and licences</h3>
      <p>
        Records: CC BY 4.0. Boundaries: Natural Earth, public domain, generalised and not
        authoritative. Towns: GeoNames, CC BY 4.0. Lakes: OpenStreetMap contributors, ODbL; Lake
        Sevan and rivers: GSHHG, LGPL. The codebook, with every column and rule:{' '}
        <a href="data/README.md">data/README.md</a>. The files:{' '}
        <a href="data/incidents.csv">incidents.csv</a>, <a href="data/sources.csv">sources.csv</a>,{' '}
        <a href="data/places.csv">places.csv</a>,{' '}
        <a href="data/districts.geojson">districts.geojson</a>,{' '}
        <a href="data/contactline.geojson">contactline.geojson</a>. What each version changed:{' '}
        <VersionsLink />.
      </p>
      <p>
        No tracker, no cookie, no server: the page asks nothing of any other site unless you choose
        an online base map.
      </p>
    </>
  )
}

function AboutRecords() {
  const { columns, sources, span } = dataset.value
  return (
    <>
      <h3>What it is</h3>
      <p>
        {columns.length} reports of ceasefire violations in and around Karabakh
        {span && `, ${rangeWords(span)}`}, with the {sources.size} pages they come from: statements
        of the defence ministries of Azerbaijan, Armenia and Russia, of the Karabakh authorities,
        and news agencies that carry them. Compiled in {monthOfWords(info.value.compiled)}; version{' '}
        {info.value.version}. The sentences are the compiler’s, the claims are the parties’.
      </p>
      <h3>What it is not</h3>
      <p>
        It shows what was reported and found, not what happened. Nothing here is verified, and
        coverage is uneven: {unevenness(dataset.value)} A district or a month without a report is
        “no reports on file”; it is not a zero and not calm.
      </p>
    </>
  )
}

function AboutFile() {
  const { columns, sources, span } = dataset.value
  return (
    <>
      <h3>What it is</h3>
      <p>
        {grouped(columns.length)} reports of your file {shown.value?.name}
        {span && `, ${rangeWords(span)}`}, with {grouped(sources.size)} sources, joined to the
        districts by name and by coordinates. Nothing is known here of its licence or of who made
        it, and none of it was sent anywhere.
      </p>
      <p>It shows what the file says, not what happened.</p>
    </>
  )
}

function HowToCite() {
  const { title, version, released, licence, shortTitle } = info.value
  return (
    <>
      <h3>How to cite it</h3>
      <p>
        The {shortTitle} authors ({released.slice(0, 4)}): {title}. Version {version}, {licence}.
        Cite the sources of the reports you rely on too: each report and the Export menu give them.
      </p>
    </>
  )
}

/** By itself, so that a step of time does not draw the whole dialog anew. */
function VersionsLink() {
  return <a href={`versions.html?${writeUrl()}`}>versions of the dataset</a>
}

/** How unevenly reports are spread over parties and months, in a sentence. */
function unevenness(all: Dataset): string {
  const byParty = conflict.value.parties.map(
    (_, code) => all.columns.codes.by.filter((party) => party === code).length,
  )
  const most = Math.max(...byParty)
  const leader = conflict.value.parties[byParty.indexOf(most)]?.label ?? ''
  const months = coverage(all)
  const empty = months.filter(({ onFile }) => !onFile).length
  const thin = months.filter(({ total }) => total.certain + total.possible <= THIN).length
  return `${most} of the ${all.columns.length} reports are those of one party, ${leader}; of the ${months.length} months, ${thin} have no more than ${THIN} reports on file and ${empty === 0 ? 'none' : empty} of them no report at all.`
}

/** A month with no more reports than this tells little. */
const THIN = 3
