import { useEffect } from 'preact/hooks'
import { timeline } from '../../messages/compiled/timeline'
import { usePane } from '../shared/phone'
import { BarNumbers } from './BarNumbers'
import { Chart } from './Chart'
import { ChartHead } from './ChartHead'
import { DateToggles } from './dates/DateToggles'
import { HeightHandle } from './HeightHandle'
import { MonthTable } from './MonthTable'
import { Overview } from './Overview'
import { Controls } from './PlayControls'
import { pause } from './player'

/** The window in words, its dates, and all reports by week with the window over them. */
export function Timeline() {
  const open = usePane('timeline')
  useEffect(() => {
    document.addEventListener('visibilitychange', () => document.hidden && pause())
  }, [])
  return (
    <section
      id="timeline"
      class={open.value ? 'timeline timeline-open' : 'timeline'}
      aria-label={timeline.heading()}
    >
      <HeightHandle />
      <Controls open={open} />
      <div id="timeline-body" class="timeline-body">
        <DateToggles />
        <div class="chart">
          <ChartHead />
          <Chart />
          <Overview />
        </div>
        <BarNumbers />
        <MonthTable />
      </div>
    </section>
  )
}
