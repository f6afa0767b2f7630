import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { messagesReady } from '../../messages/language'
import { page } from '../../messages/page'

interface Props {
  /** Imports the component; the same function at each render. */
  readonly load: () => Promise<ComponentType>
}

/** Cache of loaded components. */
const parts = new WeakMap<Props['load'], { readonly Part: ComponentType }>()

/**
 * A part of the screen whose script is loaded when it is first shown. Says so while loading, and
 * when that fails.
 */
export function LazyPart({ load }: Props) {
  const [got, setGot] = useState<{ readonly Part: ComponentType } | 'failed' | null>(
    parts.get(load) ?? null,
  )
  useEffect(() => {
    if (parts.has(load)) return
    let gone = false
    loadInLanguage(load).then(
      (Part) => {
        parts.set(load, { Part })
        if (!gone) setGot({ Part })
      },
      () => {
        if (!gone) setGot('failed')
      },
    )
    return () => {
      gone = true
    }
  }, [load])
  if (got === null) return <p class="later">{page.loading()}</p>
  if (got === 'failed') {
    return (
      <p class="later" role="alert">
        {page.partNotLoaded()}
      </p>
    )
  }
  return <got.Part />
}

/** The component, once its texts are in the language of the interface. */
async function loadInLanguage(load: Props['load']): Promise<ComponentType> {
  const Part = await load()
  await messagesReady()
  return Part
}
