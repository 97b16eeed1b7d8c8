import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checkpointsOf, makeHouse, makeSite, shelfOf } from '../../server/assemble.ts'
import { providerIn } from '../../server/auth/sso/settings.ts'
import { deliveryIn } from '../../server/delivery/parts.ts'
import { demoIn } from '../../server/demo.ts'
import { usualLimits } from '../../server/http/limits.ts'
import { serve as listen, type Serving } from '../../server/serve.ts'
import { refuseMissingKeys } from '../../store/keys-needed.ts'
import type { Command } from '../command.ts'
import { furnish } from '../furnish.ts'
import { openPlace, type Place } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const pages = fileURLToPath(new URL('../../dist', import.meta.url))

const openBrowser = (url: string): void => {
  const [program, ...args] = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  spawn(program, [...args, url], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref()
}

const start = async ({ settings, secret, keys, database }: Place): Promise<Serving> => {
  const { house, directory } = await makeHouse(database, keys)
  const demo = settings.DEMO ? await demoIn(database) : undefined
  const sso = providerIn(settings)
  const site = makeSite({
    house, directory, secret, shelf: shelfOf(settings), checkpoints: checkpointsOf(settings), publicUrl: settings.PUBLIC_URL, sessionDays: settings.SESSION_DAYS,
    limits: { ...usualLimits, account: settings.LIMIT_ACCOUNT, address: settings.LIMIT_ADDRESS }, ...(demo && { demo: demo.people }),
    ...(settings.MAP_TILES !== undefined && { tiles: { url: settings.MAP_TILES, attribution: settings.MAP_ATTRIBUTION } }),
    delivery: deliveryIn(settings), secondFactor: settings.SECOND_FACTOR, ...(sso && { sso }),
    ...(settings.METRICS_TOKEN !== undefined && { metricsToken: settings.METRICS_TOKEN }),
  })
  return listen(site, {
    host: settings.HOST, port: settings.PORT, clockSeconds: settings.CLOCK_SECONDS, logLevel: settings.LOG_LEVEL, pages,
    ...(settings.TRUST_PROXY !== undefined && { trustProxy: settings.TRUST_PROXY }),
  }).catch((error: unknown) => {
    if (!['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new Stop(`端口 ${settings.PORT} 已被占用或无权使用，请用 PORT 另设。`, `Port ${settings.PORT} is taken or not allowed; set another by PORT.`)
  })
}

/** Waits for the wish to end, told twice: at the second the process ends at once. */
const ended = (): Promise<void> => new Promise(resolve => {
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      resolve()
    })
  }
})

/** Serves the site. On the embedded database it does everything by itself, from the first table to the demo city. */
export const serve: Command = {
  usage: 'serve [--open]', zh: '启动服务（内嵌数据库自动建立演示城市）', en: 'serve (on the embedded database the demo city is made by itself)',
  options: { open: { type: 'boolean' } },
  run: async ({ values }) => {
    say('打开数据库……', 'Opening the database …')
    const place = await openPlace()
    const end = ended()
    try {
      await refuseMissingKeys(place.database, place.keys)
      await furnish(place)
      if (place.database.kind === 'pglite') {
        say('内嵌数据库只供试用、测试和小型站点，不可存放一个县的正式记录。', 'The embedded database is for trying, testing and small sites, not for a county’s records.')
      }
      const serving = await start(place)
      const [url = ''] = serving.addresses
      say('已启动，请打开', `Running; open ${serving.addresses.join('  ')}  (Ctrl-C 停止 ends it)`)
      if (values['open'] === true) openBrowser(url)
      await end
      say('正在停止……', 'Stopping …')
      await serving.stop()
    } finally {
      await place.database.close()
    }
  },
}
