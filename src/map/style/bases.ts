import type { StyleSpecification } from 'maplibre-gl'
import type { Geography } from '../../figure/figure'
import { errorText } from '../../issues/errorText'
import { UserError } from '../../issues/problem'
import { map as texts } from '../../messages/compiled/map'
import type { BaseMap, Theme } from '../../model/view'
import { loadJson } from '../../open/fetchFile'
import { EMBEDDED_BASE } from '../mapHandle'
import type { LayersOf } from '../sync'
import type { Sources } from './groundSource'
import type { Look } from './look'
import { embeddedLayers, mapStyle, overlayLayers, overlayStyle } from './style'

/** A style, our layers in it, and what names are drawn over it. */
export interface Base {
  readonly id: string
  /** The theme of our layers on it; null to follow the page. */
  readonly theme: Theme | null
  readonly style: (look: Look) => StyleSpecification
  readonly layersOf: LayersOf
  /** Whose names are drawn: an online map has its own of towns, water and countries. */
  readonly geography: Geography
}

/** The base map that ships with the site. */
export function embeddedBase(sources: Sources): Base {
  return {
    id: EMBEDDED_BASE,
    theme: null,
    style: (look) => mapStyle(look, sources),
    layersOf: embeddedLayers,
    geography: sources,
  }
}

/** An online base map with our layers on it. Throws a UserError if its style cannot be loaded. */
export async function onlineBase(base: BaseMap, sources: Sources): Promise<Base> {
  const style = await loadJson(base.style)
  if (!isStyle(style)) throw new UserError({ code: 'notMapStyle', params: { url: base.style } })
  return {
    id: base.id,
    theme: base.theme ?? 'light',
    style: (look) => overlayStyle(style, look, sources, base.attribution ?? ''),
    layersOf: (look) => {
      const { fills, tops } = overlayLayers(look)
      return [...fills, ...tops]
    },
    geography: { ground: {}, districts: sources.districts },
  }
}

function isStyle(json: unknown): json is StyleSpecification {
  return (
    typeof json === 'object' &&
    json !== null &&
    'sources' in json &&
    'layers' in json &&
    Array.isArray(json.layers)
  )
}

export interface BaseSwitch {
  /** Requests a base map by id. The last request wins, whatever loads first. */
  choose(id: string): void
  remove(): void
}

/**
 * Loads a chosen base map and passes it to `show`, once. The current map stays on the screen until
 * then; if the choice fails, the embedded map is shown and `problem` says why.
 */
export function createBaseSwitch(
  sources: Sources,
  bases: readonly BaseMap[],
  show: (base: Base) => void,
  problem: (message: string) => void,
): BaseSwitch {
  let wanted = EMBEDDED_BASE
  let shown = EMBEDDED_BASE

  const embed = () => {
    if (shown === EMBEDDED_BASE) return
    shown = EMBEDDED_BASE
    show(embeddedBase(sources))
  }

  const load = async (base: BaseMap) => {
    try {
      const loaded = await onlineBase(base, sources)
      if (wanted !== base.id) return
      shown = base.id
      show(loaded)
    } catch (error) {
      if (wanted !== base.id) return
      problem(texts.baseFailed({ name: base.name, reason: errorText(error) }))
      embed()
    }
  }

  return {
    choose(id) {
      if (id === wanted) return
      wanted = id
      if (id === EMBEDDED_BASE) return embed()
      const base = bases.find((each) => each.id === id)
      if (base) return void load(base)
      problem(texts.baseUnknown({ id }))
      embed()
    },
    remove() {
      wanted = ''
    },
  }
}
