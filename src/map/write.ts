import type { LayerSpecification } from 'maplibre-gl'

/** The part of the map that is written to. */
export interface WriteTarget {
  setFeatureState(feature: { source: string; id: string }, state: FeatureState): void
  setPaintProperty(layer: string, name: string, value: unknown): void
  setLayoutProperty(layer: string, name: string, value: unknown): void
}

export type FeatureState = Readonly<Record<string, boolean | number>>

/** Remembers what it wrote to a style, and writes only what differs. */
export interface Writer {
  /** States of a source by feature id; a feature that is no longer named loses its state. */
  states(source: string, wanted: ReadonlyMap<string, FeatureState>): void
  /** Paint and layout of the style's layers. Unknown ids are assumed to be drawn already. */
  layers(layers: readonly LayerSpecification[]): void
}

/** A writer for a style that was drawn with these layers and has no state yet. */
export function createWriter(target: WriteTarget, drawn: readonly LayerSpecification[]): Writer {
  const statesBySource = new Map<string, ReadonlyMap<string, FeatureState>>()
  const layersById = new Map(drawn.map((layer) => [layer.id, layer]))

  return {
    states(source, wanted) {
      const had = statesBySource.get(source)
      for (const [id, state] of wanted) {
        if (!isEqual(had?.get(id), state)) target.setFeatureState({ source, id }, state)
      }
      for (const [id, state] of had ?? []) {
        if (!wanted.has(id)) target.setFeatureState({ source, id }, cleared(state))
      }
      statesBySource.set(source, wanted)
    },
    layers(layers) {
      for (const layer of layers) {
        const had = layersById.get(layer.id)
        layersById.set(layer.id, layer)
        if (!had || had === layer) continue
        eachChange(had.paint, layer.paint, (name, value) =>
          target.setPaintProperty(layer.id, name, value),
        )
        eachChange(had.layout, layer.layout, (name, value) =>
          target.setLayoutProperty(layer.id, name, value),
        )
      }
    },
  }
}

function isEqual(a: FeatureState | undefined, b: FeatureState): boolean {
  return a !== undefined && Object.keys(b).every((key) => a[key] === b[key])
}

function cleared(state: FeatureState): FeatureState {
  return Object.fromEntries(Object.keys(state).map((key) => [key, false]))
}

/** Lists each property that differs; a removed one returns to its default (`undefined`). */
function eachChange(
  before: object | undefined,
  after: object | undefined,
  change: (name: string, value: unknown) => void,
): void {
  const old: Readonly<Record<string, unknown>> = { ...before }
  const next: Readonly<Record<string, unknown>> = { ...after }
  for (const name of new Set([...Object.keys(old), ...Object.keys(next)])) {
    if (JSON.stringify(old[name]) !== JSON.stringify(next[name])) change(name, next[name])
  }
}
