import { useEffect, useRef } from 'preact/hooks'
import { choosePeriod, setWindow } from '../../app/actions'
import { type Day, sliceAround } from '../../model/day'
import { BarList } from './BarList'
import { AXIS_HEIGHT, Bars, RowNames } from './Bars'
import { Band, Brush } from './Brush'
import { barUnit, pointedBin, pointedDay } from './bins'
import { followDrag, type Grip } from './drag'
import { plotHeight } from './plotHeight'
import { covering, dayAt, daysAcross, spanOf } from './scale'
import { pan, scale, width, zoom } from './visibleRange'

/**
 * The histogram: hovering reads out a bar, a click moves the window to it or to the month of a
 * label, a drag draws a window.
 */
export function Chart() {
  const plot = useRef<HTMLDivElement>(null)
  useEffect(() => (plot.current ? followSizeAndWheel(plot.current) : undefined), [])
  useEffect(() => {
    const forget = ({ target }: PointerEvent) => {
      if (target instanceof Node && !plot.current?.contains(target)) pointedDay.value = null
    }
    document.addEventListener('pointerdown', forget)
    return () => document.removeEventListener('pointerdown', forget)
  }, [])
  return (
    <div
      ref={plot}
      class="plot"
      onPointerDown={(event) => {
        if (event.button !== 0 || !event.isPrimary || !plot.current) return
        const month = event.target instanceof SVGElement && event.target.dataset.month
        if (month) {
          const unit = barUnit.peek() === 'year' ? 'year' : 'month'
          choosePeriod(sliceAround(Number(month) as Day, unit))
          return
        }
        readOut(event)
        followDrag(event, plot.current, gripOf(event), (day) =>
          setWindow(sliceAround(day, barUnit.peek())),
        )
      }}
      style={{ height: `${plotHeight.value + AXIS_HEIGHT}px` }}
      onPointerMove={readOut}
      onPointerLeave={({ pointerType }) => {
        // A finger that is lifted leaves too, and then one reads.
        if (pointerType === 'mouse') pointedDay.value = null
      }}
    >
      <Band />
      <Bars />
      <BarList />
      <Brush />
      <RowNames />
      <Pointed />
    </div>
  )
}

/** Marks the bar that is read out. */
function Pointed() {
  const bin = pointedBin.value
  return bin && <div class="pointed" style={covering(spanOf(scale.value, bin.range))} />
}

function readOut({ currentTarget, clientX }: PointerEvent & { currentTarget: HTMLElement }): void {
  pointedDay.value = dayAt(scale.peek(), clientX - currentTarget.getBoundingClientRect().left)
}

function gripOf({ target }: Event): Grip {
  const held = target instanceof Element ? target.closest<HTMLElement>('[data-grip]') : null
  return (held?.dataset.grip as Grip | undefined) ?? 'draw'
}

/** Keeps the width, zooms by Ctrl and wheel (a pinch), pans sideways. Returns its undo. */
function followSizeAndWheel(plot: HTMLElement): () => void {
  const sizes = new ResizeObserver(() => {
    width.value = plot.clientWidth
  })
  sizes.observe(plot)
  const onWheel = (event: WheelEvent) => {
    const sideways = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX
    if (event.ctrlKey) {
      const x = event.clientX - plot.getBoundingClientRect().left
      zoom(Math.exp(event.deltaY / 200), dayAt(scale.peek(), x))
    } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      pan(daysAcross(scale.peek(), sideways) || Math.sign(sideways))
    } else return
    event.preventDefault()
  }
  // Not passive: the browser would zoom the page or go back in its history.
  plot.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    sizes.disconnect()
    plot.removeEventListener('wheel', onWheel)
  }
}
