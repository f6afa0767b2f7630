import { useLayoutEffect, useRef } from 'preact/hooks'
import { conflict, dataset, listed } from '../../app/state'
import type { Frame } from '../../figure/picture/frames'
import { onPaper } from '../../figure/picture/onPaper'
import { picture } from '../../messages/compiled/picture'
import { formatSeries } from '../../messages/intl'
import { shorten } from '../../messages/message'
import { labelOf, NOT_STATED } from '../../model/conflict'
import type { Incident } from '../../model/report'
import { type ShownMap, shownMap } from '../map/shownMap'
import { drawPicture } from '../publish/drawPicture'
import { pictureWords, usualTitle } from '../publish/pictureWords'
import { SourceLine } from '../shared/SourceLine'
import { dateWords, placeWords, whenWords } from '../shared/words'

/** The width of A4 and Letter between their margins, CSS px, and half a page. */
const FRAME: Frame = { width: 690, height: 620, zoom: 1, isMap: false }
/** More rows are named by number: a browser takes minutes to lay them out. */
const MAX_ROWS = 1000
const MAX_LETTERS = 2000
const COLUMNS = ['when', 'where', 'who', 'what', 'sources'] as const

/** The slice on paper: the picture of the map, and the reports with their sources. */
export function PrintSheet() {
  const { rows } = listed.value
  const map = shownMap.value
  const shown = Array.from(rows.slice(0, MAX_ROWS), (row) => dataset.value.incidents.at(row))
  return (
    <>
      {map && <Picture map={map} />}
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {picture.column({ column })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((incident) => incident && <Row key={incident.id} incident={incident} />)}
        </tbody>
      </table>
      {rows.length > MAX_ROWS && <p>{picture.moreRows({ n: rows.length - MAX_ROWS })}</p>}
    </>
  )
}

function Picture({ map }: { readonly map: ShownMap }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const words = pictureWords(usualTitle(), map.credits)
    const paper = { ...dataset.value, conflict: onPaper(dataset.value.conflict) }
    const { svg } = drawPicture(map, FRAME, 'light', words, paper)
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    place.current?.replaceChildren(document.importNode(drawn, true))
  }, [])
  return <div ref={place} />
}

function Row({ incident }: { readonly incident: Incident }) {
  const { record, citedSources } = incident
  return (
    <tr>
      <td>{whenWords(incident, dateWords)}</td>
      <td>{placeWords(incident, dataset.value)}</td>
      <td>{whoWords(incident)}</td>
      <td>{shorten(record.summary, MAX_LETTERS)}</td>
      <td>
        {citedSources.map((source) => (
          <p key={source.id}>
            <SourceLine source={source} /> {source.url}
          </p>
        ))}
      </td>
    </tr>
  )
}

/** Who says it, of whom, and who denies it. */
function whoWords({ record }: Incident): string {
  const { parties, accused } = conflict.value
  const isAccusing = record.accused_party !== NOT_STATED
  return formatSeries([
    labelOf(parties, record.reporting_party),
    ...(isAccusing ? [picture.of({ accused: labelOf(accused, record.accused_party) })] : []),
    ...(record.denied_by === '' ? [] : [picture.deniedBy({ party: record.denied_by })]),
  ])
}
