import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bareEnvironment, beginData, program } from '../test/helpers/command.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanzhi-administrators-'))
  await beginData(join(folder, 'data'))
})
after(() => rm(folder, { recursive: true, force: true }))

const run = (args: readonly string[], typed = ''): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> => new Promise(resolve => {
  const child = spawn(process.execPath, [program, ...args], { env: { ...bareEnvironment, DATA_DIR: join(folder, 'data') } })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part: Buffer) => { said.out += part.toString() })
  child.stderr.on('data', (part: Buffer) => { said.err += part.toString() })
  child.stdin.on('error', () => undefined)
  child.stdin.end(typed)
  child.once('close', code => { resolve({ code, ...said }) })
})

const first = ['--system', '马晓梅:ma.xiaomei', '--security', '李卫：li.wei', '--auditor', '祁连:qi.lian']

test('20.2: the first administrators are made once, each with a code of their own, and never a second time', async () => {
  const early = await run(['administrators', ...first, '--lead', '王军:wang.jun'])
  assert.equal(early.code, 1)
  assert.match(early.err, /尚无区划[^]*There are no regions yet/)
  const list = join(folder, 'few.csv')
  await writeFile(list, 'code,level,parent,name\n6302,city,,海东市\n630202,county,6302,乐都区\n')
  assert.equal((await run(['import', 'regions', list])).code, 0)
  for (const wrong of [[...first, '--lead', 'nobody'], [...first, '--lead', '王军:li.wei'], ['--system', '1:2']]) assert.equal((await run(['administrators', ...wrong], '\n\n\n\n')).code, 2, wrong.join(' '))
  const made = await run(['administrators', ...first], '王军:wang.jun\n')
  assert.equal(made.code, 0, made.err)
  const lines = made.out.trim().split('\n').map(line => line.split('\t'))
  assert.deepEqual(lines.map(line => [line[0], line[3]]), [['系统管理员', 'ma.xiaomei'], ['安全管理员', 'li.wei'], ['审计员', 'qi.lian'], ['负责人', 'wang.jun']])
  assert.equal(new Set(lines.map(line => line[4])).size, 4)
  for (const [, , , , code = ''] of lines) assert.match(code, /^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)
  const again = await run(['administrators', '--system', '赵一:zhao.yi', '--security', '钱二:qian.er', '--auditor', '孙三:sun.san', '--lead', '周四:zhou.si'])
  assert.deepEqual([again.code, again.out], [1, ''])
  assert.match(again.err, /已有管理员[^]*There are administrators already/)
})
