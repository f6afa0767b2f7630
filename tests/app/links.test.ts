import { expect, test } from 'vitest'
import { settleAddress } from '../../src/app/address'
import * as state from '../../src/app/state'
import { readUrl } from '../../src/app/url'
import { formatDay } from '../../src/model/day'
import links from '../fixtures/links.json'
import { realDataset } from '../support/fixtures'

const DATASET = realDataset()

/**
 * Links as the first version of the site wrote them, and some that people might have written. Each must open what it
 * opened then: entries of tests/fixtures/links.json may be added, never changed.
 */
test.each(links)('$what: $link', ({ link, opens, ignored = [] }) => {
  state.dataset.value = DATASET
  const problems = settleAddress(readUrl(link))
  expect(opened()).toEqual(opens)
  if (ignored.length === 0) expect(problems).toEqual([])
  for (const words of ignored) expect(problems.join('\n')).toContain(words)
})

/** What is open, in the words of the frozen links; what a link without keys opens is left out. */
function opened(): Record<string, unknown> {
  const { from, to } = state.timeWindow.value
  const { certain, possible } = state.slice.value.count
  const selection = state.selection.value
  const all: Record<string, unknown> = {
    window: `${formatDay(from)}/${formatDay(to)}`,
    daysOff: unless(0, state.off.value.size),
    unit: unless('day', state.unit.value),
    area: sorted(state.chosen.value.area),
    by: sorted(state.chosen.value.by),
    accused: sorted(state.chosen.value.accused),
    kind: sorted(state.chosen.value.kind),
    weapon: sorted(state.chosen.value.weapon),
    denied: [...state.chosen.value.denied][0] ?? null,
    placement: sorted(state.chosen.value.placement),
    agreement: sorted(state.chosen.value.agreement),
    source: sorted(state.chosen.value.source),
    withPossible: unless(true, state.possible.value),
    search: unless('', state.query.value),
    report: selection?.kind === 'incident' ? selection.id : null,
    district: selection?.kind === 'area' ? selection.id : null,
    settlement: selection?.kind === 'settlement' ? selection.id : null,
    panel: unless('reports', state.panel.value),
    colours: unless('party', state.colouring.value),
    view: state.view.value && [state.view.value.zoom, state.view.value.lat, state.view.value.lon],
    theme: state.themeChoice.value,
    placeNames: unless<string>('en', state.names.value),
    base: unless('embedded', state.base.value),
    hidden: sorted(state.hiddenLayers.value),
    embedded: unless(false, state.embed.value),
    data: state.dataKey.value,
    boundaries: state.boundariesKey.value,
    certain,
    possible: unless(0, possible),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

function unless<T>(usual: T, value: T): T | null {
  return value === usual ? null : value
}

function sorted(ids: ReadonlySet<string>): string[] | null {
  return ids.size === 0 ? null : [...ids].sort()
}
