import { effect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { dataset, selection, view } from '../../app/state'
import type { Camera, Pixel } from '../../figure/camera'
import { overlap } from '../../figure/names/rectangle'
import {
  clamp,
  fitInto,
  frameOf,
  moveCamera,
  moveInto,
  placePopup,
} from '../../figure/popup/popupPosition'
import { findSubject } from '../../figure/popup/popupSubject'
import { listCovered, onMap } from '../map/covered'
import { type CardMode, cardMode, isDocked, popupPosition, sheetHeight } from '../map/popupPlace'
import { shownMap } from '../map/shownMap'
import { isLow, mapCovered } from '../shared/phone'
import { SelectionCard } from './SelectionCard'

/** Between a card that does not move with the map and what it is about, px. */
const GAP = 12
/** How often a card makes room for names that have moved, which may move them again. */
const FOR_NAMES = 2

/** The card where it belongs: at its mark, docked beside it, or as a sheet below the map. */
export function CardPlace() {
  const host = useRef<HTMLDivElement>(null)
  const keeper = useRef<Keeper | null>(null)
  const mode = cardMode.value
  useLayoutEffect(() => {
    if (!host.current) return
    sheetHeight.value = isLow.value ? 'full' : 'half'
    keeper.current = keepInPlace(host.current)
    return keeper.current.stop
  }, [])
  useLayoutEffect(() => {
    keeper.current?.settle(mode)
  }, [selection.value, mode, sheetHeight.value, shownMap.value])
  return (
    <div
      ref={host}
      class={`card-place card-${mode}${mode === 'docked' && isDocked.value ? ' card-beside' : ''}`}
      inert={mapCovered.value}
      data-height={mode === 'sheet' ? sheetHeight.value : undefined}
    >
      <SelectionCard />
    </div>
  )
}

interface Keeper {
  /** Finds the place again, and moves the map if it must. */
  settle(mode: CardMode): void
  stop(): void
}

/** Keeps a popup at its point while the map moves, and places it again when it changes size. */
function keepInPlace(host: HTMLElement): Keeper {
  let mode = cardMode.peek()
  /** From the popup's point to its top left corner, px. */
  let offset: Pixel = [0, 0]
  let size = ''
  /** Where the map was left to go. */
  let settled: Camera | null = null
  let forNames = 0

  const follow = () => {
    const [shown, at] = [shownMap.value?.viewport.value, popupPosition.value]
    if (mode !== 'popup' || !shown || !at) {
      host.style.translate = ''
      return
    }
    const { x, y } = shown.project(at)
    const { left, top, right, bottom } = frameOf(shown)
    const cornerX = clamp(x + offset[0], left, right - host.offsetWidth)
    const cornerY = clamp(y + offset[1], top, bottom - host.offsetHeight)
    host.style.translate = `${Math.round(cornerX)}px ${Math.round(cornerY)}px`
  }
  const settle = () => {
    const map = shownMap.peek()
    const shown = map?.viewport.peek()
    if (!map || !shown || host.hasAttribute('data-dragged')) return
    const subject = findSubject(
      dataset.peek(),
      selection.peek(),
      {
        marks: map.scene.peek()?.marks ?? [],
        labels: map.names.peek().labels,
        districts: map.geography.districts,
      },
      shown,
    )
    const camera = map.camera()
    const frame = frameOf(shown)
    let next = camera
    if (mode === 'popup') {
      const { offsetWidth: width, offsetHeight: height } = host
      const { corner, move } = placePopup(subject, { width, height }, frame, {
        read: listCovered('legend'),
        pressed: listCovered('controls'),
      })
      next = moveCamera(camera, move)
      const at = popupPosition.peek()
      const { x = 0, y = 0 } = at ? shown.project(at) : {}
      offset = [corner[0] - x - move[0], corner[1] - y - move[1]]
    } else if (mode === 'docked') {
      const card = onMap(host)
      const isHidden = subject.some((part) => overlap(part, card))
      const free = isHidden ? { ...frame, left: card.right + GAP } : frame
      next = moveCamera(camera, moveInto(subject, free))
    } else if (sheetHeight.peek() !== 'full') {
      const bottom = Math.min(shown.height, onMap(host).top) - GAP
      next = fitInto(subject, camera, { left: GAP, top: GAP, right: shown.width - GAP, bottom })
    }
    follow()
    settled = next
    // What is nowhere on the map leaves in sight where the reports are.
    if (subject.length === 0 && mode === 'docked' && view.peek() === null) map.fit()
    else if (!isSame(next, camera)) map.show(next)
  }
  const resizes = new ResizeObserver(settle)
  resizes.observe(host)
  const stop = effect(() => {
    const { width, height } = shownMap.value?.viewport.value ?? {}
    const now = `${width} ${height}`
    follow()
    if (now !== size) settle()
    size = now
  })
  // Names find other places once the map is at rest. A map that the user has moved is left alone.
  const stopNames = effect(() => {
    shownMap.value?.names.value
    const camera = shownMap.peek()?.camera()
    if (!camera || !settled || !isSame(camera, settled) || forNames === 0) return
    forNames--
    settle()
  })
  // What the keyboard reaches must be visible.
  const lower = ({ target }: FocusEvent) => {
    if (mode !== 'sheet' || !(target instanceof Element) || host.contains(target)) return
    const { left, right, top, bottom } = target.getBoundingClientRect()
    const covering = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    if (host.contains(covering)) sheetHeight.value = 'peek'
  }
  addEventListener('focusin', lower)
  return {
    settle(next) {
      mode = next
      forNames = FOR_NAMES
      settle()
    },
    stop() {
      removeEventListener('focusin', lower)
      resizes.disconnect()
      stop()
      stopNames()
    },
  }
}

function isSame(a: Camera, b: Camera): boolean {
  const distance = Math.hypot(a.center[0] - b.center[0], a.center[1] - b.center[1])
  return distance < 1e-6 && Math.abs(a.zoom - b.zoom) < 1e-3
}
