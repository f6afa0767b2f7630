import { showPane } from '../../app/actions'
import { conflict, dataset } from '../../app/state'
import { about } from '../../messages/compiled/about'
import { help } from '../../messages/compiled/help'
import { formatZone } from '../../model/conflict'
import { UNLOCATED } from '../../model/vocabulary'
import { hasSides } from '../../store/pairing'
import { LinkButton } from '../shared/LinkButton'
import { rich } from '../shared/rich'
import { sideWords } from '../shared/sideWords'
import { MapFigures } from './MapFigures'

/** What is drawn and what it means, and how reports are recorded. */
export function HowToRead() {
  const { columns } = dataset.value
  const { formerUnits = '', columnLabels } = conflict.value
  const isCoded = columnLabels !== undefined
  const zone = formatZone(conflict.value)
  const unlocated = columns.codes.placement.filter((code) => code === UNLOCATED).length
  return (
    <>
      <MapFigures />
      <p>{help.notDrawn()}</p>
      <dl class="reading">
        {!isCoded && <dt>{about.claim()}</dt>}
        {!isCoded && <dd>{about.claimText()}</dd>}
        <dt>{about.time()}</dt>
        <dd>{rich(about.timeText({ zone }), { em: (text) => <em>{text}</em> })}</dd>
        <dt>{about.place()}</dt>
        <dd>{about.placeText({ formerUnits, unlocated })}</dd>
        {hasSides(conflict.value) && <dt>{about.agreement()}</dt>}
        {hasSides(conflict.value) && <dd>{about.agreementText(sideWords())}</dd>}
        {!isCoded && <dt>{about.casualties()}</dt>}
        {!isCoded && <dd>{about.casualtiesText()}</dd>}
        <dt>{about.names()}</dt>
        <dd>{about.namesText()}</dd>
      </dl>
      <p>
        <LinkButton onClick={() => showPane('keys', true)}>{help.keys()}</LinkButton>
      </p>
    </>
  )
}
