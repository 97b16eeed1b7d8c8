import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Doc } from '../../kernel/document.ts'
import { kindOf } from '../files/kind.ts'
import { tracesIn } from '../files/metadata.ts'
import { docx } from './docx.ts'
import { documentPolicy, html } from './html.ts'

const doc: Doc = {
  issuer: '乐都区基层社会治理领导小组', title: '责令改正通知书', to: '乐都区交通运输局', day: '2026-06-08', ceremonial: true,
  body: [
    { p: '经查，你单位将本单位职责事项转交东关社区承担。\n上述行为违反条例第二十三条第三款。' }, { heading: '一、改正要求' }, { list: ['停止转交', '<b>撤回表格</b> & 说明情况'] },
    { table: { head: ['事项', '期限'], rows: [['撤回', '6月15日'], ['𰻝面馆路台账']] } },
  ],
  signed: [{ by: '乐都区基层社会治理领导小组', how: 'seal' }, { by: '签收人', how: 'hand' }],
}
const foot = { number: '630202-26-0000012', seq: 7, hash: '0123456789abcdef0123456789abcdef' }

const has = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

test('the same document gives the same bytes, of a kind that is taken in, with no trace of who or what made it', async () => {
  const bytes = docx(doc, foot)
  assert.ok(bytes.equals(docx(structuredClone(doc), { ...foot })))
  const type = await kindOf(bytes)
  assert.match(type ?? '', /wordprocessingml\.document$/)
  assert.deepEqual([...tracesIn(type ?? '', bytes)], [])
  assert.equal(html(doc, foot), html(structuredClone(doc), { ...foot }))
})

test('what stands in it is text and never markup', () => {
  for (const text of [docx(doc, foot).toString('utf8'), html(doc, foot)]) {
    assert.ok(!text.includes('<b>撤回表格'))
    assert.ok(text.includes('&#60;b&#62;撤回表格&#60;/b&#62; &#38; 说明情况'))
    for (const said of ['责令改正通知书', '乐都区交通运输局：', '二〇二六年六月八日', '（印章）', '630202-26-0000012', '0123456789abcdef', '𰻝面馆路台账']) assert.ok(text.includes(said), said)
  }
  assert.ok(!html({ ...doc, title: 'a\u0007b\u0000' }, foot).includes('\u0007'))
  assert.match(documentPolicy, /^default-src 'none'; style-src 'sha256-/)
})

test('LibreOffice opens it: its pages, its text, its table', { skip: !(has('soffice') && has('pdftotext')) && 'LibreOffice or pdftotext is not installed on this machine' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'shanzhi-documents-'))
  try {
    writeFileSync(join(folder, 'order.docx'), docx({ ...doc, body: [...doc.body, ...Array.from({ length: 40 }, (_, i) => ({ p: `第${i + 1}段，说明情况。` }))] }, foot))
    execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'order.docx')], { stdio: 'ignore', timeout: 120_000 })
    const pages = execFileSync('pdftotext', ['-layout', join(folder, 'order.pdf'), '-'], { encoding: 'utf8' }).split('\f').filter(page => page.trim() !== '')
    assert.equal(pages.length, 3)
    const told = pages.join('').replaceAll(/\s+/g, '')
    for (const said of ['责令改正通知书', '乐都区交通运输局：', '1．停止转交', '2．<b>撤回表格</b>&说明情况', '6月15日', '第40段', '（印章）', '二〇二六年六月八日']) assert.ok(told.includes(said), said)
    for (const [i, page] of pages.entries()) {
      assert.ok(page.replaceAll(/\s+/g, '').includes('编号630202-26-0000012'), `page ${i + 1} says what it is made from`)
      assert.match(page, new RegExp(`— ?${i + 1} ?—`))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
