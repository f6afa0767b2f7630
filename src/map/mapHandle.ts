import type { Camera, Limit } from '../figure/camera'
import type { MarkScene, MarkValues, Target } from '../figure/marks'
import type { PlacedNames } from '../figure/names/labels'
import type { Rectangle } from '../figure/names/rectangle'
import type { Viewport } from '../figure/visibleMarks'
import type { Box } from '../model/conflict'
import type { AreaId } from '../model/ids'
import type { BaseMap, LayerId, Selection, Theme, View } from '../model/view'

/** The base map that ships with the site; every other one comes from public/config.json. */
export const EMBEDDED_BASE = 'embedded'

/** Everything the map shows, given whole each time; the map finds out by itself what changed. */
export interface MapValues extends MarkValues {
  readonly selection: Selection | null
  readonly hovered: AreaId | null
  readonly theme: Theme
  /** EMBEDDED_BASE or the id of a BaseMap; unknown ids are reported and draw the embedded one. */
  readonly base: string
  readonly hidden: ReadonlySet<LayerId>
  /** The reported direction of fire is shown for all reports, not only for the selected one. */
  readonly directions: boolean
  /** The reader prefers reduced motion: the camera jumps, nothing fades. */
  readonly still: boolean
}

/** What the reader does on the map. The map itself keeps no selection: it shows what `sync` says. */
export interface MapEvents {
  select(selection: Selection | null): void
  hover(area: AreaId | null): void
  /** The marks to show over the map, sent with the frame that they belong to. */
  marks(scene: MarkScene): void
  /** The names to show under the marks, laid out for the camera of this moment. */
  names(names: PlacedNames): void
  /** The camera moves: sent with every frame, and once at the start. */
  moved(viewport: Viewport): void
  /** The camera has come to rest somewhere else, or on all reports (null); not sent at first. */
  view(view: View | null): void
  /** All that belongs to the picture is on the screen; sent each time the map comes to rest. */
  idle(): void
  /** The graphics context is lost, and with it the picture, until the next `idle`. */
  lost(): void
  /** A sentence for the reader: what could not be shown, and what is shown instead. */
  problem(message: string): void
}

export interface MapHandle {
  sync(values: MapValues): void
  /** Moves to a view at once; null: to the box, which stays fitted. */
  look(view: View | null, box: Box): void
  /** Shows all reports of the slice. */
  fit(): void
  /** Zooms by so many levels. */
  zoom(by: number): void
  /** Where it looks. */
  camera(): Camera
  /** Moves there to make room for the card: the address keeps the view that the user chose. */
  show(camera: Camera): void
  /** The wheel and drags that begin on its children move the map. */
  readonly overlayPlace: HTMLElement
  /** Opens a mark: a bin zooms in, others are selected. */
  open(mark: Target): void
  focus(): void
  remove(): void
}

/** What lies over the map, px from its top left corner: its tools alone, or with scale and credits. */
export type Covered = (part: 'tools' | 'all') => readonly Rectangle[]

export interface MapStart extends MapValues {
  /** The map is a part of another page: the wheel scrolls that page until a press enters the map. */
  readonly isFramed: boolean
  /** Null: the fitted box. */
  readonly view: View | null
  readonly fitted: Box
  readonly limit: Limit
  readonly bases: readonly BaseMap[]
  readonly covered: Covered
}
