import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { asAdmin, value } from './admin.ts'

const run = promisify(execFile)

/** How caches can be emptied here; `undefined` where this process may not see the server's files. */
export const emptier = async (database: string): Promise<(() => Promise<void>) | undefined> => {
  const folder = await asAdmin(database, client => value<string>(client, `select current_setting('data_directory', true) || '/base/' || oid from pg_database where datname = current_database()`))
  const visible = folder !== undefined && await run('test', ['-r', folder]).then(() => true, () => false)
  if (!visible) return undefined
  return async () => {
    // Reading a few hundred megabytes by index pushes the tables measured out of PostgreSQL's own buffers …
    await asAdmin(database, async client => {
      await client.query(`set enable_seqscan = off; set enable_bitmapscan = off; set jit = off`)
      await client.query(`select count(length(hash)) from (select hash from entry where county = '630224' order by matter, seq limit 40000) x`)
      await client.query('checkpoint')
    })
    // … and the kernel is asked to forget the files; what the disk itself or a hypervisor keeps is out of reach.
    await run('sh', ['-c', `find '${folder}' -type f -size +0 -exec dd if={} iflag=nocache count=0 status=none \\;`])
  }
}
