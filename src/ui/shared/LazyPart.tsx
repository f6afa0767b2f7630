import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { page } from '../../messages/compiled/page'
import { messagesReady } from '../../messages/language'

interface Props {
  /** Imports the component; the same function at each render. */
  readonly load: () => Promise<ComponentType>
}

/** Loaded components: one that is shown again is there at once. */
const parts = new WeakMap<Props['load'], ComponentType>()

/** A part of the screen that loads when first shown, and says so if that takes or fails. */
export function LazyPart({ load }: Props) {
  const [loading, setLoading] = useState<'started' | 'done' | 'failed'>('started')
  useEffect(() => {
    if (parts.has(load)) return
    loadPart(load).then(
      () => setLoading('done'),
      () => setLoading('failed'),
    )
  }, [load])
  const Part = parts.get(load)
  if (Part) return <Part />
  const failed = loading === 'failed'
  return (
    <p class="later" role={failed ? 'alert' : undefined}>
      {failed ? page.partNotLoaded() : page.loading()}
    </p>
  )
}

async function loadPart(load: Props['load']): Promise<void> {
  const Part = await load()
  await messagesReady()
  parts.set(load, Part)
}
