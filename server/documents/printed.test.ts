import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Block, Doc, DocContext } from '../../kernel/document.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { documents as covenantPapers } from '../../procedures/3-governance/covenant/documents.ts'
import { documents as topicPapers } from '../../procedures/3-governance/deliberation/documents.ts'
import { papers, type RollPaper } from '../../procedures/3-governance/deliberation/papers.ts'
import { postingPoster, schemePoster } from '../../procedures/3-governance/points/posters.ts'
import { redemption } from '../../procedures/3-governance/points/redemption.ts'
import { docx } from './docx.ts'
import { html } from './html.ts'

// All that a village prints for those without a phone, opened by the program that most offices open it with, and compared as text.

const [issuer, day, foot] = ['荒滩村村民委员会', '2026-06-08', { number: '630202-26-0000012', seq: 7, hash: '0123456789abcdef0123456789abcdef' }]
const context = (facts: JsonObject) => ({ number: foot.number, region: '630202101201', facts, day, office: () => issuer, place: () => '荒滩村' }) as unknown as DocContext<never>

const items = [{ code: '01', what: '庭院整洁达标', affair: 'A01', points: 5, most: 20, by: 'either', evidence: 'photo' }, { code: '02', what: '照料邻居𰻝大爷', affair: 'A02', points: 10, most: 40, by: 'committee', evidence: 'record' }] as const
const rewards = [{ code: 'R1', what: '洗衣粉 1 袋', points: 10, fen: 900 }]
const scheme = { issuer, title: '荒滩村积分办法', day, period: 'month', items, rewards } as const
const roll: RollPaper = {
  issuer, topic: '村口修建排水渠', question: '是否同意修建？', unit: 'household', secret: false, day, meeting: { on: '2026-06-18', time: '晚上七点', where: '村委会院子', until: '2026-06-18' },
  lines: Array.from({ length: 60 }, (_, at) => ({ number: at + 1, name: `旦增·次仁${at}`, household: `H-${at}`, door: `一社${at}号` })),
}

const printed: { readonly [file: string]: Doc } = {
  notice: topicPapers.notice.make(context({ topic: '村口修建排水渠', meetingOn: '2026-06-18', meetingTime: '晚上七点', where: '村委会院子', form: 'hall', question: '是否同意修建？', voteUntil: '2026-06-18', body: 'assembly', unit: 'household', rollUnits: 60 })),
  result: topicPapers.result.make(context({ topic: '村口修建排水渠', outcome: 'passed', resolution: '同意修建，资金由村集体列支' })),
  declined: topicPapers.declined.make(context({ topic: '收回承包地', declineGround: 'unlawful', declineReason: '违反农村土地承包法' })),
  ...papersOf(),
  covenant: covenantPapers.poster.make(context({ title: '荒滩村村规民约', clauses: [{ number: '1', text: '不往水渠里倒垃圾', kind: 'ban' }, { number: '2', text: '热心助人的表扬', kind: 'reward' }], since: day, passedOn: day })),
  draft: schemePoster(scheme),
  inForce: schemePoster({ ...scheme, inForceOn: '2026-06-16' }),
  posting: postingPoster({ issuer, title: '六月积分公示', day, until: '2026-06-15', lines: [{ line: 1, household: '**01', what: '庭院整洁达标', points: 5, held: false }, { line: 2, household: '**02', what: '第8条扣分', points: -2, held: true }] }),
  slip: (redemption.documents['slip'] ?? assert.fail('no slip')).make(context({ village: '630202101201', household: '630202101201-0001', what: '洗衣粉 1 袋', pieces: 1, points: 10 })),
}

function papersOf(): { readonly [file: string]: Doc } {
  return Object.fromEntries(Object.entries(papers).map(([name, make]) => [name, make(roll)]))
}

/** Every text of a document, as its reader has it. */
const textsOf = (doc: Doc): readonly string[] => [doc.issuer, doc.title, ...doc.body.flatMap((block: Block): readonly string[] =>
  ('p' in block ? [block.p] : 'heading' in block ? [block.heading] : 'list' in block ? block.list : [...block.table.head, ...block.table.rows.flat()]))]
const bare = (text: string): string => text.replaceAll(/\s/g, '')

test('27.2, 27.3: a scheme and a posting hang on the wall in large type: what for, how many, what against, by when; a draft says that it is one', () => {
  const said = (name: string): string => html(printed[name] ?? assert.fail(name), foot)
  for (const name of ['draft', 'inForce', 'posting', 'notice', 'covenant']) assert.match(said(name), /<main class="large">/, name)
  assert.match(said('draft'), /草案，征求意见[\s\S]*逐条答复[\s\S]*庭院整洁达标：每次 5 分，每户每月最多 20 分。由村（居）委会或网格员记，凭照片。[\s\S]*兑换：洗衣粉 1 袋，10 分/)
  assert.match(said('inForce'), /表决通过，自2026年6月16日起施行/)
  assert.doesNotMatch(said('inForce'), /草案/)
  assert.match(said('posting'), /2026年6月15日前可以提异议[\s\S]*第 1 条　户 \*\*01　庭院整洁达标　加 5 分[\s\S]*第 2 条　户 \*\*02　第8条扣分　扣 2 分（有异议，暂不入账）/)
})

const lacking = ['soffice'].filter(one => spawnSync('sh', ['-c', `command -v ${one}`]).status !== 0)
test('LibreOffice opens posters, notices, rolls and slips, and says every word of them', { skip: lacking.length > 0 && 'LibreOffice is not installed on this machine' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'shanzhi-printed-'))
  try {
    for (const [name, doc] of Object.entries(printed)) writeFileSync(join(folder, `${name}.docx`), docx(doc, foot))
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...Object.keys(printed).map(name => join(folder, `${name}.docx`))], { stdio: 'ignore', timeout: 240_000 })
    for (const [name, doc] of Object.entries(printed)) {
      const told = bare(readFileSync(join(folder, `${name}.txt`), 'utf8'))
      for (const text of textsOf(doc)) assert.ok(told.includes(bare(text)), `${name}: ${text}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
