import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The platform's own command, as a file that Node runs. */
export const program = fileURLToPath(new URL('../../bin/shanzhi.ts', import.meta.url))

/** What a command run by a test knows of the machine: nothing that would change its answers. */
export const bareEnvironment: NodeJS.ProcessEnv = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }

/** Puts the run's empty database into a data folder, where it was made (`TEST_IMAGE`): the first command then need not make one, which takes seconds. */
export const beginData = async (data: string): Promise<void> => {
  const image = process.env['TEST_IMAGE']
  if (image !== undefined) await cp(join(dirname(image), 'empty'), join(data, 'database', 'postgres'), { recursive: true })
}
