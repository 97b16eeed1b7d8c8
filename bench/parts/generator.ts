import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Figures, Order, Run } from './load.ts'

export type Generator = { run(run: Run): Promise<Figures>; end(): void }

/** Starts the load generator in its own process. */
export const startGenerator = async (order: Order): Promise<Generator> => {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)), { serialization: 'advanced' })
  child.send({ order })
  await once(child, 'message')
  return {
    run: async run => {
      child.send({ run })
      const [answer] = await once(child, 'message') as [{ figures: Figures } | { error: string }]
      if ('error' in answer) throw new Error(answer.error)
      return answer.figures
    },
    end: () => { child.send('end') },
  }
}
