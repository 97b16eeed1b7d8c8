import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { figure } from '../regulation/rules.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { digestOf, resultFormat, type ResultFile } from '../kernel/voting/file.ts'
import { measureOf } from '../kernel/voting/select.ts'
import { noVotes, tally } from '../kernel/voting/tally.ts'
import { trackOf } from '../kernel/voting/track.ts'

const program = fileURLToPath(new URL('./shanzhi.ts', import.meta.url))
let folder: string
before(async () => { folder = await mkdtemp(join(tmpdir(), 'shanzhi-vote-')) })
after(() => rm(folder, { recursive: true, force: true }))

/** Without a data folder, a secret or a database: all it has is the file. */
const verify = (file: string): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> => {
  const child = spawn(process.execPath, [program, 'verify', file], { env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'nothing') } })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part: Buffer) => { said.out += part.toString() })
  child.stderr.on('data', (part: Buffer) => { said.err += part.toString() })
  return new Promise(resolve => child.once('close', code => { resolve({ code, ...said }) }))
}

const shown = async (): Promise<ResultFile> => {
  const day = '2026-06-08'
  const measure = { unit: 'household' as const, ...measureOf(trackOf('assembly'), 'household', { figure }, day) ?? assert.fail() }
  const numbers = Array.from({ length: 281 }, (_, at) => at + 1)
  const votes = { for: 160, against: 100, abstain: 20, spoilt: 1 }
  const result = tally(measure, { roll: { units: 412 }, present: { units: 281 }, votes })
  if (isRefusal(result)) return assert.fail(result.why.en)
  const file: Omit<ResultFile, 'digest'> = {
    format: resultFormat, number: 'A-1', question: '是否硬化道路', place: { zh: '荒滩村', en: 'Huangtan' }, track: 'assembly', manner: 'open', day, opened: '2026-06-08T02:00:00.000Z', closed: '2026-06-09T02:00:00.000Z', measure,
    roll: { digest: 'ab'.repeat(32), lines: Array.from({ length: 412 }, (_, at) => ({ number: at + 1 })), corrections: 0 },
    attendance: { numbers, ways: { hall: 281, proxy: 0, paper: 0, phone: 0 }, digest: await digestOf(numbers) }, urn: { receipts: [], digest: await digestOf([]) },
    named: [], sheets: [{ place: '会场', totals: votes }, { place: '二号会场', totals: noVotes }], papers: 281, votes, outcome: result.outcome, words: result.words, limits: [],
  }
  return { ...file, digest: await digestOf(file) }
}

test('a published result is counted again from the file alone, and what was altered is named', async () => {
  const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')]
  const file = await shown()
  await writeFile(good, JSON.stringify(file, null, 1))
  await writeFile(bad, JSON.stringify({ ...file, outcome: 'failed' }))
  const [right, wrong] = await Promise.all([verify(good), verify(bad)])
  assert.equal(right.code, 0, right.err)
  assert.match(right.out, /412 households; 275 needed.*281 present; 141 to pass.*160 for/)
  assert.match(right.err, /已核算/)
  assert.equal(wrong.code, 1)
  assert.match(wrong.out, /全文摘要与内容不符/)
  assert.match(wrong.out, /结果应为“通过”，文件写的是“未通过”/)
  assert.match(wrong.err, /2 处不符/)
})
