import { coordAll } from '@turf/turf'
import { expect, it } from 'vitest'
import { project } from '../../src/figure/camera'
import { createFigure } from '../../src/figure/figure'
import { fitCamera, reportsBox } from '../../src/figure/fit'
import type { Label } from '../../src/figure/names/labels'
import { frameOf, moveCamera, placePopup } from '../../src/figure/popup/popupPosition'
import { findSubject } from '../../src/figure/popup/popupSubject'
import { selectedFeatures, selectedPositions } from '../../src/figure/selected'
import { createViewport } from '../../src/figure/visibleMarks'
import type { AreaId } from '../../src/model/ids'
import { sliceDataset } from '../../src/query/sliceDataset'
import { values } from '../map/fixtures'
import { everything, realDataset } from '../support/fixtures'
import { realGeography } from '../support/geography'

const DATASET = realDataset()
const GEOGRAPHY = realGeography()
const SIZE = { width: 920, height: 580 }
const CARD = { width: 360, height: 480 }

it('the card of a report covers neither its places nor its districts', () => {
  const slice = sliceDataset(DATASET, everything(DATASET))
  const { districts } = GEOGRAPHY
  const box = reportsBox(districts, DATASET, slice)
  const camera = fitCamera(box, SIZE)
  const figure = createFigure(values(DATASET, slice), GEOGRAPHY, camera)
  const shown = { marks: figure.marks.marks, labels: [], districts }
  let located = 0
  const covered: string[] = []
  for (let row = 0; row < DATASET.incidents.length; row++) {
    const id = DATASET.incidents.at(row)?.id
    if (!id) continue
    const selection = { kind: 'incident', id } as const
    const subject = findSubject(DATASET, selection, shown, createViewport(camera))
    if (subject.length === 0) continue
    located++
    const { corner, move } = placePopup(subject, CARD, frameOf(SIZE))
    const after = moveCamera(camera, move)
    const { areas } = selectedFeatures(DATASET, selection)
    const own = districts.features.filter(({ properties }) => areas.has(properties?.id))
    const points = [
      ...own.flatMap((feature) => coordAll(feature)),
      ...selectedPositions(DATASET, selection),
    ]
    const isCovered = points.some(([lon = 0, lat = 0]) => {
      const [x, y] = project(after, [lon, lat])
      const isAcross = x > corner[0] && x < corner[0] + CARD.width
      return isAcross && y > corner[1] && y < corner[1] + CARD.height
    })
    if (isCovered) covered.push(id)
  }
  expect(covered).toEqual([])
  expect(located).toBeGreaterThan(100)
})

it('the name of its district is what a report at a settlement is about', () => {
  const { districts } = GEOGRAPHY
  const camera = fitCamera(DATASET.conflict.focusBox, SIZE)
  const incident = DATASET.incidents.find(({ locations: [only, ...others] }) => {
    return only?.isPoint && others.length === 0
  })
  const place = DATASET.areas.get(incident?.areas[0] as AreaId)?.label
  if (!incident || !place) throw new Error('no report is at a settlement')
  const [left, top] = project(camera, place)
  const box = { left, top, right: left + 80, bottom: top + 20 }
  const named = { place, at: [left, top], box } as unknown as Label
  const shown = { marks: [], labels: [named], districts }
  const selection = { kind: 'incident', id: incident.id } as const
  const subject = findSubject(DATASET, selection, shown, createViewport(camera))
  const rounded = subject.map((part) => Object.values(part).map(Math.round))
  expect(rounded).toContainEqual(Object.values(box).map(Math.round))
})
