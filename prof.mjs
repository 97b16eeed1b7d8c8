import { embeddedPool } from '/work/main/store/embedded-pool.ts'
import { databaseOver } from '/work/main/store/database.ts'
import { migrate } from '/work/main/store/migrate.ts'
import { PGlite } from '@electric-sql/pglite'
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1e6 }
let c = cpu(), t = performance.now()
const lap = what => { console.log(what, 'cpu', (cpu() - c).toFixed(2), 'wall', ((performance.now() - t) / 1000).toFixed(2)); c = cpu(); t = performance.now() }
const pool = await embeddedPool(); lap('create')
const d = databaseOver('pglite', pool, () => Promise.resolve(pool), 'shanzhi_app')
await d.owner(migrate); lap('migrate')
await d.close(); lap('close')
const a = await PGlite.create(); lap('create again')
const blob = await a.dumpDataDir('none'); lap('dump ' + blob.size)
const b = await PGlite.create({ loadDataDir: blob }); lap('load')
