import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { figure } from '../../regulation/rules.ts'
import { isRefusal } from '../refusal.ts'
import { digestOf, figuresIn, isResultFile, recount, resultFormat, type ResultFile } from './file.ts'
import { measureOf } from './select.ts'
import { noVotes, tally, type Measure } from './tally.ts'
import { trackOf, type RollUnit, type TrackName } from './track.ts'

const day = '2026-06-08'
const measure = (track: TrackName, unit: RollUnit): Measure => {
  const found = measureOf(trackOf(track), unit, { figure }, day)
  return found ? { unit, ...found } : assert.fail()
}

type Parts = Omit<ResultFile, 'digest' | 'outcome' | 'words'>

/** A file as it would be published, right in itself. */
const published = async (parts: Parts): Promise<ResultFile> => {
  const draft = { ...parts, outcome: 'failed', words: { zh: '', en: '' }, digest: '' } as ResultFile
  const result = tally(parts.measure, { ...figuresIn(draft), votes: parts.votes })
  if (isRefusal(result)) return assert.fail(result.why.en)
  const file = { ...parts, outcome: result.outcome, words: result.words }
  return { ...file, digest: await digestOf(file) }
}

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at + 1)
const receipt = (n: number): string => n.toString(16).padStart(64, '0')

const secret = async (): Promise<ResultFile> => {
  const [numbers, receipts] = [upTo(8), upTo(5).map(receipt)]
  return published({
    format: resultFormat, number: 'A-1', question: '是否硬化道路', place: { zh: '荒滩村', en: 'Huangtan' }, track: 'assembly', manner: 'secret', day, opened: '2026-06-08T02:00:00.000Z', closed: '2026-06-09T02:00:00.000Z',
    measure: measure('assembly', 'household'), roll: { digest: receipt(9), lines: upTo(10).map(number => ({ number })), corrections: 0 },
    attendance: { numbers, ways: { hall: 3, proxy: 0, paper: 0, phone: 5 }, digest: await digestOf(numbers) }, urn: { receipts, digest: await digestOf(receipts) },
    named: [], sheets: [], papers: 3, votes: { for: 5, against: 2, abstain: 1, spoilt: 0 }, limits: [],
  })
}

const owners = async (): Promise<ResultFile> => {
  const numbers = [1, 2, 3]
  return published({
    format: resultFormat, number: 'A-2', question: '是否更换物业', place: { zh: '东关社区', en: 'Dongguan' }, track: 'owners', manner: 'open', day, opened: '2026-06-08T02:00:00.000Z', closed: '2026-06-09T02:00:00.000Z',
    measure: measure('owners', 'owner'), roll: { digest: receipt(9), lines: upTo(4).map(number => ({ number, area: number * 5025 })), corrections: 1 },
    attendance: { numbers, ways: { hall: 0, proxy: 0, paper: 3, phone: 0 }, digest: await digestOf(numbers) }, urn: { receipts: [], digest: await digestOf([]) },
    named: [{ number: 1, mark: 'for' }, { number: 2, mark: 'for' }, { number: 3, mark: 'against' }], sheets: [], papers: 0,
    votes: { ...noVotes, for: 2, against: 1 }, area: { ...noVotes, for: 15075, against: 15075 }, limits: [],
  })
}

/** The same with something changed and its digest made anew, as whoever alters it would. */
const altered = async (file: ResultFile, change: Partial<ResultFile>): Promise<readonly string[]> => {
  const { digest: _, ...rest } = { ...file, ...change }
  return (await recount({ ...rest, digest: await digestOf(rest) })).faults.map(one => one.zh)
}

test('a file as published is right, and comes to what it says', async () => {
  for (const file of [await secret(), await owners()]) assert.deepEqual(await recount(JSON.parse(JSON.stringify(file))), { faults: [], notes: [], file })
  assert.equal((await secret()).outcome, 'passed')
  assert.equal((await owners()).outcome, 'no-quorum')
})

test('what was altered is named, also where the digest was made anew to hide it', async () => {
  const [file, owned] = [await secret(), await owners()]
  assert.match((await recount({ ...file, question: '另一个议题' })).faults[0]?.zh ?? '', /全文摘要/)
  const has = async (faults: Promise<readonly string[]>, ...wanted: readonly RegExp[]): Promise<void> => {
    const said = await faults
    for (const one of wanted) assert.ok(said.some(fault => one.test(fault)), `${String(one)}: ${said.join(' | ')}`)
  }
  await has(altered(file, { votes: { for: 6, against: 2, abstain: 1, spoilt: 0 } }), /共计9票/, /不能成立|结果说明/)
  await has(altered(file, { votes: { for: 4, against: 3, abstain: 1, spoilt: 0 } }), /结果应为“未通过”/)
  await has(altered(file, { outcome: 'failed' }), /结果应为“通过”/)
  await has(altered(file, { words: { ...file.words, zh: '全票通过' } }), /结果说明与计票不符/)
  await has(altered(file, { roll: { ...file.roll, lines: file.roll.lines.slice(0, 7) } }), /签到的不在名册上：8/)
  await has(altered(file, { roll: { ...file.roll, lines: [...file.roll.lines, { number: 3 }] } }), /名册上的序号重复：3/)
  await has(altered(file, { attendance: { ...file.attendance, numbers: [...file.attendance.numbers, 9] } }), /签到册摘要/, /按参加方式合计8，签到册上有9/)
  await has(altered(file, { attendance: { ...file.attendance, numbers: upTo(7).concat(7) } }), /签到册上的序号重复：7/)
  await has(altered(file, { urn: { ...file.urn, receipts: file.urn.receipts.slice(1) } }), /票箱摘要/, /票箱里有4张，手机签到5/)
  await has(altered(file, { urn: { ...file.urn, receipts: [...file.urn.receipts.slice(1), receipt(5)] } }), /回执重复/)
  await has(altered(file, { urn: { ...file.urn, receipts: [...file.urn.receipts.slice(1), 'x'] } }), /格式不对/)
  await has(altered(file, { papers: 4, votes: { for: 6, against: 2, abstain: 1, spoilt: 0 } }), /纸质票4张/)
  const easier = { ...file.measure.quorum[0]!, share: { num: 1, den: 2, strict: false } }
  await has(altered(file, { measure: { ...file.measure, quorum: [easier] } }), /规则 village-assembly.quorum-households 的数值与.*不符/)
  await has(altered(file, { measure: { ...file.measure, quorum: [] } }), /不是村民会议的表决规则/)
  await has(altered(owned, { named: [...owned.named, { number: 4, mark: 'for' }] }), /记名票的序号不在签到册上：4/, /赞成应为3/)
  await has(altered(owned, { named: owned.named.map(one => ({ ...one, mark: 'for' })) }), /赞成应为3、反对应为0/, /面积与记名票不符/)
  await has(altered(owned, { area: { ...noVotes, for: 30150 } }), /面积与记名票不符/)
  await has(altered(owned, { sheets: [{ place: '会场', totals: { ...noVotes, for: 1 } }] }), /赞成应为3/)
  await has(altered(owned, { papers: 3 }), /分点计票共0票，文件写的是3/)
  const local = { ...file.measure.quorum[0]!, share: { num: 3, den: 4, strict: false }, source: { zh: '本县规定', en: 'County rule' } }
  const { notes } = await recount({ ...file, measure: { ...file.measure, quorum: [local] } })
  assert.match(notes[0]?.zh ?? '', /本程序未附该依据/)
})

test('whatever one thing is changed, it is never taken for the file that was published', async () => {
  const file = await secret()
  const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
    (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key])) : [path])
  const changed = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}.`
    const entries = Object.entries(value as object).map(([name, one]: [string, unknown]) => [name, name === key ? changed(one, rest) : one] as const)
    return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
  }
  for (const path of leaves(file)) assert.ok((await recount(changed(file, path))).faults.length > 0, path.join('.'))
})

test('what is no result at all is said to be none, and throws nothing', async () => {
  await fc.assert(fc.asyncProperty(fc.jsonValue(), async value => {
    assert.equal(isResultFile(value), false)
    assert.equal((await recount(value)).faults.length, 1)
  }))
  const { votes: _, ...half } = await secret()
  assert.equal((await recount(half)).faults.length, 1)
  assert.equal((await recount({ ...half, votes: { for: 1 } })).faults.length, 1)
})
