import { UserError } from '../issues/problem'
import type { PublishedConflict } from '../publish/publishedFolder'
import type { FolderAnswers, FolderMessage, FolderQuestion, FolderRequest } from './folderWorker'

/** A published folder that is read in a worker. */
export interface FolderInWorker {
  /** Rejects with a UserError; never settles once the worker was ended. */
  ask<Kind extends keyof FolderAnswers>(
    kind: Kind,
    of: FolderAnswers[Kind]['of'],
  ): Promise<FolderAnswers[Kind]['answer']>
  /** Stops reading reports: what was asked for them is rejected. */
  stop(): void
  end(): void
}

/** `base` is the address of its dataset.json. */
export function readFolderInWorker(
  conflict: PublishedConflict,
  base: string,
  onBytes: (bytes: number) => void,
): FolderInWorker {
  const worker = new Worker(new URL('./folderWorker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<
    number,
    { resolve(answer: unknown): void; reject(reason: unknown): void }
  >()
  const post = (request: FolderRequest) => worker.postMessage(request)
  worker.addEventListener('message', ({ data }: MessageEvent<FolderMessage>) => {
    if ('bytes' in data) return onBytes(data.bytes)
    const { resolve, reject } = waiting.get(data.id) ?? {}
    waiting.delete(data.id)
    if ('problem' in data) reject?.(new UserError(data.problem))
    else resolve?.(data.answer)
  })
  const fail = () => {
    for (const { reject } of waiting.values()) reject(new UserError({ code: 'readerStopped' }))
    waiting.clear()
  }
  worker.addEventListener('error', fail)
  worker.addEventListener('messageerror', fail)
  post({ conflict, base })
  let last = 0
  return {
    ask<Kind extends keyof FolderAnswers>(kind: Kind, of: FolderAnswers[Kind]['of']) {
      const id = ++last
      post({ id, question: { kind, of } as FolderQuestion })
      return new Promise<FolderAnswers[Kind]['answer']>((resolve, reject) => {
        waiting.set(id, { resolve: (answer) => resolve(answer as never), reject })
      })
    },
    stop: () => post({ stop: true }),
    end: () => worker.terminate(),
  }
}
