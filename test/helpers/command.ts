import assert from 'node:assert/strict'
import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mock } from 'node:test'
import { fileURLToPath } from 'node:url'
import { run, told } from '../../bin/run.ts'

/** The platform's own command, as a file that Node runs. */
export const program = fileURLToPath(new URL('../../bin/shanzhi.ts', import.meta.url))

/** What a command run by a test knows of the machine: nothing that would change its answers. */
export const bareEnvironment: NodeJS.ProcessEnv = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }

/** Puts the run's empty database into a data folder, where it was made (`TEST_IMAGE`): the first command then need not make one, which takes seconds. */
export const beginData = async (data: string): Promise<void> => {
  const image = process.env['TEST_IMAGE']
  if (image !== undefined) await cp(join(dirname(image), 'empty'), join(data, 'database', 'postgres'), { recursive: true })
}

/** What a command ended with, and what it said. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs a command within this process, without the seconds that one of its own takes to begin: one at a time, in an environment of its own. */
export const runHere = async (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ran> => {
  const { env } = process
  const said = { out: '', err: '' }
  const [log, error] = [mock.method(console, 'log', (text: string) => { said.out += `${text}\n` }), mock.method(console, 'error', (text: string) => { said.err += `${text}\n` })]
  process.env = { ...bareEnvironment, ...environment }
  try {
    return { code: await run(args), ...said }
  } catch (reason) {
    const { code, text } = told(reason) ?? assert.fail(`not put into words: ${String(reason)}`)
    return { code, out: said.out, err: said.err + text }
  } finally {
    process.env = env
    log.mock.restore()
    error.mock.restore()
  }
}
