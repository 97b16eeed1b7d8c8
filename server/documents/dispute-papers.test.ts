import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ceremonialDay, dayInWords, type Block, type Doc, type DocContext } from '../../kernel/document.ts'
import { documents } from '../../procedures/3-governance/dispute/documents.ts'
import type { DisputeFacts } from '../../procedures/3-governance/dispute/facts.ts'
import { docx, signedBy } from './docx.ts'
import { law } from '../../test/helpers/world.ts'

/** Facts as they stand at the end of a case: every paper finds in them what it takes. */
const facts: DocContext<DisputeFacts>['facts'] = {
  headline: '四十名工人工资拖欠', about: 'wages', place: '630202001001', story: '工程完工三个月，<工资>没有结清 & 多次催要', wanted: '结清工资', yuan: 612_000, since: '2026-03-31', source: 'police', sourceOffice: '630202001/police-station', sourceNumber: '公移〔2026〕3号',
  sides: [
    { role: 'applicant', name: '王得福等四十人', nature: 'group', many: 40, by: '王得福、韩国良', stands: 'representative' }, { role: 'respondent', name: '青河建筑有限公司', nature: 'firm', by: '赵明', stands: 'officer' },
    { role: 'third', name: '阿卜杜热合曼·阿卜杜热西提', nature: 'person' },
  ],
  contacts: [{ name: '王得福', phone: '13900000001' }],
  declineGround: 'elsewhere', why: '人社部门已立案', otherWays: '向县人力资源和社会保障局查询',
  body: '630202/mediation-labour', track: 'sector', heldOn: '2026-06-08', minutes: '公司承认欠薪\n提出分两期支付', format: 'together', language: 'bo', interpreter: '卓玛', readAloud: true, meetWhere: '𰻝面馆路调解室',
  issues: '欠薪数额', terms: '分两期付清，逾期一期，余款一并到期', agreedOn: '2026-06-08', form: 'written', effectiveOn: '2026-06-09', plan: [{ dueOn: '2026-07-10', yuan: 306_000, doneOn: '2026-07-09' }, { dueOn: '2026-08-10', yuan: 306_000 }],
  performedOn: '2026-07-09', performedNote: '第一期已打入工资卡', dueNumber: 1, visitedOn: '2026-07-20', visitNote: '工人都收到了', answerGiven: '已达成协议，分两期付清',
}
const context: DocContext<DisputeFacts> = { number: '630202-26-0000012', region: '630202001001', facts, day: '2026-07-20', law, office: code => `〈${code}〉`, place: code => `〈${code}〉` }
const papers: readonly (readonly [name: string, doc: Doc])[] = Object.entries(documents).map(([name, one]) => [name, one.make(context)])

const textOf = (block: Block): readonly string[] => {
  if ('p' in block) return [block.p]
  if ('heading' in block) return [block.heading]
  if ('list' in block) return block.list
  return [...block.table.head, ...block.table.rows.flat()]
}
const whole = (doc: Doc): readonly string[] => [
  doc.issuer, doc.title, ...(doc.to === undefined ? [] : [`${doc.to}：`]), ...doc.body.flatMap(textOf), ...doc.signed.map(signedBy), doc.ceremonial ? ceremonialDay(doc.day) : dayInWords(doc.day),
]

const close = (text: string): string => text.replaceAll(/\s+/g, '')
const soffice = spawnSync('sh', ['-c', 'command -v soffice']).status === 0

test('LibreOffice opens the ten papers of a dispute, and reads in each every word in its order', { skip: !soffice && 'LibreOffice is not installed on this machine' }, () => {
  assert.deepEqual(papers.map(([name]) => name), ['application', 'intake', 'declined', 'rights', 'minutes', 'agreement', 'confirmationApplication', 'reply', 'performance', 'afterwards'])
  const folder = mkdtempSync(join(tmpdir(), 'shanzhi-papers-'))
  try {
    for (const [name, doc] of papers) writeFileSync(join(folder, `${name}.docx`), docx(doc, { number: context.number, seq: 7, hash: '0123456789abcdef0123' }))
    // One start for all of them.
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...papers.map(([name]) => join(folder, `${name}.docx`))], { stdio: 'ignore', timeout: 180_000 })
    for (const [name, doc] of papers) {
      const told = close(readFileSync(join(folder, `${name}.txt`), 'utf8'))
      let from = 0
      for (const said of whole(doc).map(close)) {
        const at = told.indexOf(said, from)
        assert.ok(at >= 0, `${name}: “${said}” in its place, in ${told}`)
        from = at + said.length
      }
      assert.ok(told.length - from < 80, `${name}: nothing behind it but the foot`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const text = (name: keyof typeof documents, more: object): string => JSON.stringify(documents[name].make({ ...context, facts: { ...facts, ...more } }))

test('29.1: a paper says what its way asks: the seal where it bears one, the law where it applies, the court where it confirms', () => {
  assert.match(text('agreement', { track: 'people' }), /加盖调解组织印章/)
  assert.doesNotMatch(text('agreement', { track: 'administrative' }), /印章/)
  assert.match(text('rights', { track: 'people' }), /人民调解法/)
  assert.doesNotMatch(text('rights', { track: 'judicial' }), /人民调解/)
  assert.match(text('agreement', {}), /生效之日起30日内/)
  for (const name of ['agreement', 'rights'] as const) assert.doesNotMatch(text(name, { about: 'family' }), /司法确认/)
  const applies = (more: object, day = '2026-06-20') => documents.confirmationApplication.when({ ...context, day, facts: { ...facts, ...more } })
  assert.deepEqual([applies({}), applies({ about: 'family' }), applies({}, '2026-07-20')], [true, false, false])
})
