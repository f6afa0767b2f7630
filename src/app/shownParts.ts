import { batch } from '@preact/signals'
import { customPlaces } from '../files/loadGeography'
import { pause } from '../files/pause'
import { type Part, SHIPPED } from '../files/shownFile'
import type { Issue } from '../issues/issue'
import { IssueCollector } from '../issues/issueCollector'
import type { ColouredTerm } from '../model/conflict'
import { idOfWord } from '../model/own/wordCounter'
import { loadDataset } from '../open/loadShipped'
import { findMercatorY } from '../query/countCells'
import { areasOnFile, firstColouring } from '../query/groups'
import { hasManySites } from '../query/sites'
import { combineDatasets } from '../store/combined/combineDatasets'
import { countUnlocated, type Dataset } from '../store/dataset'
import {
  choose,
  setBars,
  setColouring,
  setFolder,
  setView,
  setWithShipped,
  showParts,
  showRecords,
  showWholeDataset,
} from './actions'
import { renderedApart } from './renderedApart'
import { SHIPPED_CONFLICT } from './shippedConflict'
import * as state from './state'

/** The datasets that are shown beside each other. */

/** The opened files among them. */
export function openParts(): readonly Part[] {
  return state.parts.value.filter(({ opened }) => opened)
}

/** The records that ship with the site, joined to the current districts. */
async function loadRecords(): Promise<Dataset> {
  const dataset = await loadDataset(SHIPPED_CONFLICT, await customPlaces(SHIPPED_CONFLICT))
  const { file } = state.outlines.value ?? {}
  // That custom outlines lack most of the shipped districts is one issue, not one for each row.
  return { ...dataset, issues: file ? lackingIn(file.name, dataset) : dataset.issues }
}

function lackingIn(file: string, { columns }: Dataset): Issue[] {
  const unlocated = countUnlocated(columns)
  if (unlocated === 0) return []
  const ofFile = new IssueCollector(file, null, '')
  ofFile.warning('notInDistricts', '', { n: unlocated })
  return ofFile.list
}

/**
 * Shows opened files, with the shipped records if the user wants them too; those alone if there is
 * no file. `fresh`: they are newly chosen, and shown from first day to last.
 */
export async function showFiles(files: readonly Part[], fresh: boolean): Promise<void> {
  // Its outlines go with it, before others are joined.
  setFolder(null)
  const wereSeveral = state.parts.value.length > 1
  if (files.length === 0) {
    setWithShipped(false)
    const records = await loadRecords()
    return batch(() => {
      showRecords(records)
      if (wereSeveral) layOut(false)
    })
  }
  const known = state.withShipped.value ? await recordsPart() : null
  const parts = withIds(known ? [known, ...files] : files)
  const dataset = parts.length > 1 ? combineDatasets(parts) : parts[0]?.dataset
  await pause()
  // Asked for by map and filters, which find it ready.
  if (dataset) areasOnFile(dataset)
  if (dataset && hasManySites(dataset)) findMercatorY(dataset.sites)
  await pause()
  await renderedApart(() => {
    const { isBeyond, isElsewhere } = state.reach.value
    showParts(parts, dataset)
    const ids = new Set(parts.map(({ id }) => id))
    choose(
      'dataset',
      [...state.chosen.value.dataset].filter((id) => ids.has(id)),
    )
    if (parts.length > 1 !== wereSeveral && (fresh || wereSeveral)) layOut(parts.length > 1)
    if (!fresh) return
    showWholeDataset()
    if (parts.length === 1 && dataset) setColouring(firstColouring(dataset))
    // The view that the user chose shows nothing of it.
    const { reach } = state
    if (isBeyond !== reach.value.isBeyond || isElsewhere !== reach.value.isElsewhere) setView(null)
  })
}

/** Several datasets have a row each in the timeline, in colours of their own. */
function layOut(isSeveral: boolean): void {
  setColouring(isSeveral ? 'dataset' : 'party')
  setBars(isSeveral ? 'rows' : 'stacked')
}

async function recordsPart(): Promise<Part> {
  const name = SHIPPED_CONFLICT.shortTitle
  return { id: SHIPPED, name, dataset: await loadRecords(), opened: null }
}

/** Each with an id of its own, made of the name of its file. */
function withIds(parts: readonly Part[]): Part[] {
  const ids = new Set<string>()
  return parts.map((part) => {
    const wanted = part.opened ? idOfWord(part.name) : SHIPPED
    let id = wanted
    for (let number = 2; ids.has(id); number++) id = `${wanted}-${number}`
    ids.add(id)
    return { ...part, id }
  })
}

/** Shows the shipped records beside the opened files, or no longer. */
export async function showBesideRecords(isWanted: boolean): Promise<void> {
  setWithShipped(isWanted)
  if (openParts().length > 0) await showFiles(openParts(), true)
}

/** No longer shows a dataset; the last one gives way to the shipped records. */
export async function removePart(id: string): Promise<void> {
  if (id === SHIPPED) setWithShipped(false)
  const rest = openParts().filter((part) => part.id !== id)
  await showFiles(rest, false)
  if (rest.length === 0) showWholeDataset()
}

/** Adds to the dataset what became of its reports when two of several datasets were compared. */
export function showCompared(overlap: Uint8Array, compared: readonly ColouredTerm[]): void {
  const { dataset } = state
  const { columns, conflict } = dataset.value
  dataset.value = {
    ...dataset.value,
    columns: { ...columns, overlap },
    conflict: { ...conflict, compared },
  }
}
