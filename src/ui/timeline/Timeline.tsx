import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { timeline } from '../../messages/timeline'
import { Chart } from './Chart'
import { ChartHead } from './ChartHead'
import { DateToggles } from './DateToggles'
import { MonthTable } from './MonthTable'
import { Overview } from './Overview'
import { Controls } from './PlayControls'
import { createPlayer } from './player'

/**
 * The timeline: the window in words, its dates, and all reports by week with the window over them.
 */
export function Timeline() {
  const open = useSignal(false)
  const player = useMemo(() => createPlayer(document), [])
  useEffect(() => player.dispose, [player])
  return (
    <section
      class={open.value ? 'timeline timeline-open' : 'timeline'}
      aria-label={timeline.heading()}
    >
      <Controls player={player} open={open} />
      <div id="timeline-body" class="timeline-body">
        <DateToggles />
        <ChartHead />
        <Chart />
        <Overview />
        <MonthTable />
      </div>
    </section>
  )
}
