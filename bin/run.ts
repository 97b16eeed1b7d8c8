import { parseArgs } from 'node:util'
import { BadSettings } from '../server/settings/read.ts'
import { IncompleteHouse } from '../store/house.ts'
import { MissingKeys } from '../store/keys-needed.ts'
import { CannotLock } from '../store/lock.ts'
import { CannotOpen } from '../store/open.ts'
import type { Command, Given } from './command.ts'
import { Stop } from './stop.ts'

// Loaded when asked for: `settings` needs neither the database nor the server.
const commands: { readonly [name: string]: () => Promise<Command> } = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  migrate: async () => (await import('./commands/migrate.ts')).migrate,
  demo: async () => (await import('./commands/demo.ts')).demo,
  'import regions': async () => (await import('./commands/import-regions.ts')).importRegionList,
  'grids import': async () => (await import('./commands/grids-import.ts')).gridsImport,
  'regulation import': async () => (await import('./commands/regulation-import.ts')).regulationImport,
  administrators: async () => (await import('./commands/administrators.ts')).administrators,
  password: async () => (await import('./commands/password.ts')).password,
  link: async () => (await import('./commands/link.ts')).link,
  unlink: async () => (await import('./commands/link.ts')).unlink,
  'factor reset': async () => (await import('./commands/factor-reset.ts')).factorReset,
  verify: async () => (await import('./commands/verify.ts')).verify,
  retention: async () => (await import('./commands/retention.ts')).retention,
  export: async () => (await import('./commands/export.ts')).exportAll,
  // Two words for one thing: a whole site is restored, a county is imported.
  restore: async () => (await import('./commands/restore.ts')).restore,
  import: async () => (await import('./commands/restore.ts')).restore,
  keys: async () => (await import('./commands/keys.ts')).keys,
  reseal: async () => (await import('./commands/reseal.ts')).reseal,
  settings: async () => (await import('./commands/settings.ts')).settings,
}

const help = async (): Promise<string> => {
  const all = [...new Set(await Promise.all(Object.values(commands).map(load => load())))]
  const width = Math.max(...all.map(command => command.usage.length))
  return [
    '善治 Shanzhi', '', '用法 Usage: shanzhi <命令 command> [选项 options]', '',
    ...all.map(command => `  ${command.usage.padEnd(width)}  ${command.zh}\n  ${''.padEnd(width)}  ${command.en}`), '',
    '设置来自环境变量，见 shanzhi settings。Settings come from the environment: see shanzhi settings.',
  ].join('\n')
}

/** Runs the command that the words given name, and answers the code to end with. What it throws is put into words by `told`. */
export const run = async (args: readonly string[]): Promise<number> => {
  const [first = '', second = ''] = args
  const name = [`${first} ${second}`, first].find(one => one in commands)
  const load = name === undefined ? undefined : commands[name]
  if (name === undefined || !load) {
    console.log(await help())
    return first === '' || first === 'help' || first === '--help' ? 0 : 2
  }
  const command = await load()
  const given = read(command, args.slice(name.split(' ').length))
  if (given.values['help'] === true) {
    console.log(`shanzhi ${command.usage}\n\n${command.zh}\n${command.en}`)
    return 0
  }
  await command.run(given).catch((error: unknown) => { throw error instanceof Stop && error.code === 2 ? withUsage(command, error) : error })
  return 0
}

const withUsage = ({ usage }: Command, { zh, en }: Stop): Stop => new Stop(`${zh}\n用法：shanzhi ${usage}`, `${en}\nUsage: shanzhi ${usage}`, 2)

/** Options and the rest as the command declares them; what it does not take is refused, not passed over. */
const read = (command: Command, args: readonly string[]): Given => {
  try {
    const given = parseArgs({ args: [...args], options: { ...command.options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true, strict: true })
    const [surplus] = given.positionals.slice(command.takes ?? (command.file ? 1 : 0))
    if (surplus !== undefined) throw new Stop(`多余的参数：${surplus}`, `One argument too many: ${surplus}`, 2)
    return given
  } catch (error) {
    if (error instanceof Stop) throw withUsage(command, error)
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    throw withUsage(command, new Stop('参数有误', `Bad arguments: ${error.message}`, 2))
  }
}

type Told = { readonly text: string; readonly code: number }

/** What went wrong, as far as a person can act on it; everything else is a fault of ours and shows its stack. */
export const told = (error: unknown): Told | undefined => {
  if (error instanceof BadSettings) return { text: `设置有误 Settings are wrong:\n${error.message}\n见 see: shanzhi settings`, code: 2 }
  if (error instanceof Stop) return { text: `${error.zh}\n${error.en}`, code: error.code }
  if (error instanceof CannotOpen || error instanceof CannotLock || error instanceof IncompleteHouse || error instanceof MissingKeys) return { text: error.message, code: 1 }
  if (error instanceof Error && 'code' in error && ['ECONNREFUSED', 'ENOTFOUND', '28P01', '28000', '3D000'].includes(String(error.code))) {
    return { text: `无法连接数据库，请核对 DATABASE_URL。\nThe database can’t be reached; check DATABASE_URL. (${String(error.code)})`, code: 1 }
  }
  return undefined
}
