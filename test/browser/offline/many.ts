import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { MatterRow, MatterView, Page as Rows } from '../../../server/wire.ts'
import { get } from '../helpers/act.ts'
import { sees } from '../helpers/see.ts'
import { digestsOf, small, writeDown } from './phone.ts'
import { comeBack, leaveSignal, reopen, reportAll, type Valley } from './valley.ts'

/** 200 of them take minutes: `OFFLINE_REPORTS=200` asks for so many. Shared out over five tabs. */
const many = Number(process.env['OFFLINE_REPORTS'] ?? 80)
const eachTab = Math.ceil(many / 5)

export const manyReports = (valley: Valley): void => {
  valley.tell(`${many} reports with photos from a valley without a signal, over several tabs and two crashes of the server: each arrives once, byte for byte`, async t => {
    const { context, page: first } = await valley.ready()
    const pictures = await small(first, 12)
    // What the phone made of each picture, as it left the canvas: the bytes that must come to stand in the office.
    await writeDown(context)
    await leaveSignal(context)
    let page = await reopen(context)
    const digests: string[] = []
    const started = Date.now()
    for (let n = 0; n < many; n += eachTab) {
      if (n > 0) {
        digests.push(...await digestsOf(page))
        page = await reopen(context)
        await sees(page, `${n} 条未发送 · 已安全存在本机`)
      }
      await reportAll(page, Array.from({ length: Math.min(eachTab, many - n) }, (_, at) => `第${n + at + 1}处：山路边坡落石，绕行不便`), pictures)
    }
    digests.push(...await digestsOf(page))
    t.diagnostic(`${many} reports written in ${Math.round((Date.now() - started) / 1000)} s`)
    await sees(page, `${many} 条未发送 · 已安全存在本机`)

    // The line is back, and twice the server dies in the middle of it.
    const left = async (): Promise<number> => Number(/(\d+) 条未发送/.exec(await page.locator('.strip').innerText())?.[1] ?? 0)
    await comeBack(context)
    for (const share of [0.75, 0.4]) {
      while (await left() > many * share) await page.waitForTimeout(50)
      await valley.site().kill()
      await valley.site().revive()
      // Somebody presses it; where it has gone on by itself meanwhile there is nothing to press.
      await page.getByRole('button', { name: '现在发送' }).click({ timeout: 5_000 }).catch(() => undefined)
    }
    await page.getByText('没有未发送的').first().waitFor({ timeout: 240_000 })
    t.diagnostic(`all there after ${Math.round((Date.now() - started) / 1000)} s`)

    const rows: MatterRow[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const found: Rows<MatterRow> = await get(page, `/api/matters?scope=region&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`)
      rows.push(...found.rows)
      cursor = found.next
    }
    const mine = rows.filter(row => /^第\d+处：山路边坡落石/.test(row.title))
    assert.equal(mine.length, many)
    assert.equal(new Set(mine.map(row => row.title)).size, many, 'each once')
    const arrived = await Promise.all(mine.map(async row => {
      const { files } = await get<MatterView>(page, `/api/matters/${row.id}`)
      assert.equal(files.length, 1)
      const file = await page.request.get(`/api/files/${files[0]?.id ?? ''}`)
      return createHash('sha256').update(await file.body()).digest('hex')
    }))
    assert.deepEqual(arrived.toSorted(), digests.toSorted(), 'byte for byte')
    assert.equal(digests.length, many)
  })
}
