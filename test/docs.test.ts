import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { check } from '../kernel/check.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { act } from '../store/act.ts'
import { openTestDatabase } from './helpers/database.ts'
import { fillWorld, houseOver, idOf, people } from './helpers/world.ts'

const root = new URL('..', import.meta.url).pathname

/** The example of the guide, as a file in a folder of the guide's depth, so that its imports hold. */
const withExample = async (work: (file: string) => Promise<void>): Promise<void> => {
  const guide = await readFile(join(root, 'docs/adding-a-procedure.md'), 'utf8')
  const code = /```ts\n([\s\S]*?)```/.exec(guide)?.[1]
  assert.ok(code, 'the guide holds an example')
  const folder = await mkdtemp(join(root, 'procedures/example-'))
  try {
    const file = join(folder, 'wish.ts')
    await writeFile(file, code)
    await work(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('the guide’s example compiles, passes its checks and runs', () => withExample(async file => {
  const config = join(file, '../tsconfig.json')
  await writeFile(config, JSON.stringify({ extends: join(root, 'tsconfig.json'), include: [file], compilerOptions: { noEmit: true } }))
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { stdio: 'pipe' })

  const { wish } = await import(file) as { wish: Procedure }
  assert.deepEqual(check(wish), [])
  const database = await openTestDatabase()
  try {
    await fillWorld(database)
    const house = { ...houseOver(database), procedures: [wish] }
    const opened = await act(house, people.committee, {
      id: idOf('a wish'), procedure: 'wish', step: 'publish', input: { wish: '想要一个书包', village: '630202001001', whose: '王小明' },
    })
    assert.ok(!isRefusal(opened), JSON.stringify(opened))
    const confirmed = await act(house, people.committee, { id: idOf('too early'), matter: opened.id, seq: 1, step: 'confirm', input: {} })
    assert.ok(isRefusal(confirmed))
    assert.equal(confirmed.code, 'wrong-stage')
    const claimed = await act(house, people.stranger, { id: idOf('a claim'), matter: opened.id, seq: 1, step: 'claim', input: {} })
    assert.ok(!isRefusal(claimed), JSON.stringify(claimed))
  } finally {
    await database.close()
  }
}))

test('the guide warns truly: a wrong name does not compile', () => withExample(async file => {
  const good = await readFile(file, 'utf8')
  const wrong = [[`to: 'claimed'`, `to: 'calimed'`], [`asks: ['wish'`, `asks: ['wihs'`], [`basis: ['40.2'],\n  facts`, `basis: ['53.1'],\n  facts`], [`then: 'lapse'`, `then: 'laspe'`]] as const
  for (const [at, [from, to]] of wrong.entries()) {
    assert.ok(good.includes(from), from)
    await writeFile(join(file, `../wrong-${at}.ts`), good.replace(from, to))
  }
  const config = join(file, '../tsconfig.json')
  await writeFile(config, JSON.stringify({ extends: join(root, 'tsconfig.json'), include: ['*.ts'] }))
  // One run over all of them, the right one too: each is told by the name of its file.
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { encoding: 'utf8' })
  const faulty = new Set([...stdout.matchAll(/([\w-]+\.ts)\(\d+,\d+\): error/g)].map(([, name]) => name))
  assert.deepEqual([...faulty].toSorted(), wrong.map((_, at) => `wrong-${at}.ts`), stdout)
}))

test('every row of the threat model names the test that shows it', async () => {
  const table = (await readFile(join(root, 'SECURITY.md'), 'utf8')).split('\n').filter(line => line.startsWith('| ')).slice(1)
  assert.ok(table.length > 10)
  for (const row of table) assert.match(row, /^\| [^|]+ \| [^|]+ \| [^|]+ \| (?:`[\w./-]+`(?:, )?)*`[\w./-]+\.test\.ts`(?:, `[\w./-]+`)* \|$/, row)
})

test('every file that the documents name is there', async () => {
  for (const document of ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'SECURITY.md']) {
    const text = await readFile(join(root, document), 'utf8')
    const named = [...text.matchAll(/`([a-z-]+\/[\w./-]+\.(?:ts|js|md))`|\]\(([\w./-]+)\)/g)].map(([, code, link]) => code ?? link ?? '').filter(path => !path.includes('-N.'))
    assert.ok(named.length > 3, document)
    for (const path of named) assert.ok(existsSync(join(root, path)), `${document} names ${path}`)
  }
})
