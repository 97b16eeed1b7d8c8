import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { MatterRow, MatterView, Me, Page as Rows, ReadingView, SessionView, Uploaded } from '../../../server/wire.ts'
import { get, matching } from '../helpers/act.ts'
import { checkAxe } from '../helpers/axe.ts'
import { signIn } from '../helpers/people.ts'
import { neverTold, sees } from '../helpers/see.ts'
import { quota, shiftClock, small, unlock } from './phone.ts'
import { comeBack, leaveSignal, reopen, reportHere, write, type Valley } from './valley.ts'

/** Everything that rests in the phone's database, as whoever takes it apart would read it. */
const resting = `new Promise(done => {
  const opening = indexedDB.open('shanzhi-field')
  opening.onsuccess = async () => {
    const base = opening.result
    const told = []
    for (const name of base.objectStoreNames) {
      const store = base.transaction(name).objectStore(name)
      const all = await new Promise(got => { const asked = store.getAll(); asked.onsuccess = () => got(asked.result) })
      told.push(JSON.stringify(all, (_, one) => (one instanceof ArrayBuffer ? new TextDecoder('latin1').decode(one) + new TextDecoder().decode(one) : one)))
    }
    base.close()
    done(told.join('\\n'))
  }
})`

/** What the phone holds, and who may see it. */
export const held = (valley: Valley): void => {
  valley.tell('nothing that was read or written can be read on the phone without the PIN; eight wrong ones wipe what was read and nothing that is unsent', async () => {
    const { context, page: first } = await valley.ready()
    const { rows } = await get<Rows<MatterRow>>(first, '/api/matters?scope=region&limit=50')
    await leaveSignal(context)
    let page = await reopen(context)
    await reportHere(page, '只有服务器能读的一句话')
    const bytes = await page.evaluate<string>(resting)
    assert.ok(!bytes.includes('只有服务器能读的一句话'), 'what was written is sealed')
    assert.ok(rows.length > 0)
    for (const { title } of rows.slice(0, 5)) assert.ok(!bytes.includes(title), 'what was read is locked')
    await page.close()
    page = await context.newPage()
    await page.goto('/field/')
    await neverTold(page, '只有服务器能读的一句话')
    for (const wrong of ['739160', '739161', '739162']) {
      await unlock(page, wrong)
      await sees(page, '密码不对')
    }
    await sees(page, /请等 5 秒再试/)
    await checkAxe(page)
    // The waits are served by setting the phone's clock on, as somebody in a hurry would: they still count.
    for (let n = 0; n < 5; n += 1) {
      await page.evaluate(`new Promise(done => { const opening = indexedDB.open('shanzhi-field'); opening.onsuccess = () => { const tx = opening.result.transaction('notes', 'readwrite'); const store = tx.objectStore('notes'); const asked = store.get('lock'); asked.onsuccess = () => { store.put({ ...asked.result, until: 0 }, 'lock') }; tx.oncomplete = () => { opening.result.close(); done() } } })`)
      await unlock(page, `73917${n}`)
      await page.getByRole('button', { name: '打开', exact: true }).waitFor()
    }
    await sees(page, '错的次数太多')
    await page.getByRole('button', { name: '继续' }).click()
    await sees(page, '1 条未发送 · 已安全存在本机')
    await comeBack(context)
    await page.goto('/field/outbox')
    await sees(page, '没有未发送的')
    const sent = await matching(page, '只有服务器能读的一句话')
    assert.ok(sent.some(row => row.title === '只有服务器能读的一句话'))
  })

  valley.tell('what is taken along is read under the same rights, and leaves the same readings; ended from elsewhere, the phone wipes it', async () => {
    const since = new Date().toISOString()
    const { page } = await valley.ready()
    const copied = await page.evaluate<readonly string[]>(`new Promise(done => { const opening = indexedDB.open('shanzhi-field'); opening.onsuccess = () => { const asked = opening.result.transaction('answers').objectStore('answers').getAllKeys(); asked.onsuccess = () => { opening.result.close(); done(asked.result) } } })`)
    const own = await get<readonly SessionView[]>(page, '/api/me/sessions')
    const here = own.find(one => one.current)
    assert.ok(here?.copy, 'the copy stands with its sign-in')
    const other = await (await valley.phone()).newPage()
    await signIn(other, 'gridWorker')
    await other.goto('/field/safety')
    await sees(other, /本机存有离线副本/)
    await checkAxe(other)
    await other.request.post('/api/me/sessions/end', { data: { id: here.id }, headers: { 'X-Requested-With': 'shanzhi' } })
    await page.goto('/field/')
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
    assert.equal(await page.getByLabel('本机密码').count(), 0, 'nothing is left that a PIN would open')
    const auditor = await valley.office('审计员')
    // Each page of the roll that was taken along was entered as it is on the desk.
    const { account, posts, acting } = await get<Me>(other, '/api/me')
    const village = posts.find(post => post.id === acting)?.region.code
    const logged = async (): Promise<readonly ReadingView[]> => {
      const all: ReadingView[] = []
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const found: Rows<ReadingView> = await get(auditor, `/api/readings?account=${account}${cursor === '' ? '' : `&cursor=${cursor}`}`)
        all.push(...found.rows)
        cursor = found.next
      }
      return all.filter(one => one.at >= since)
    }
    const log = await logged()
    const roll = copied.filter(name => name.includes('/api/people?'))
    assert.ok(roll.length > 0 && log.filter(one => one.register === 'people' && one.region.code === village && one.purpose === 'duty' && one.people > 0).length >= roll.length, 'a reading for each page of the roll')
    // Whatever leaves a reading when it is opened left one when it was taken along.
    const held = copied.flatMap(name => /\/api\/matters\/([0-9a-f-]{36})$/.exec(name)?.[1] ?? [])
    assert.ok(held.length > 0)
    const ofFacts = (rows: readonly ReadingView[]): number => rows.filter(one => one.register === undefined).length
    const before = ofFacts(log)
    for (const id of held) await get(other, `/api/matters/${id}`)
    const opened = ofFacts(await logged()) - before
    assert.ok(opened > 0, 'some of it is above internal')
    assert.ok(before >= opened, `${before} readings as it was taken along, ${opened} as it was opened`)
  })

  valley.tell('with a signal a photo goes ahead while the rest is typed; taken out it is let go of, and with its act it is not sent again', async () => {
    const { page } = await valley.ready()
    const [first, second] = await small(page, 2)
    const parts: string[] = []
    page.on('request', request => { if (request.method() === 'PATCH') parts.push(new URL(request.url()).pathname) })
    const take = async (picture: Buffer | undefined): Promise<string> => {
      const sent = page.waitForResponse(answer => answer.request().method() === 'PATCH' && answer.ok())
      await page.getByLabel('从相册选').setInputFiles({ name: 'IMG.JPG', mimeType: 'image/jpeg', buffer: picture ?? Buffer.alloc(0) })
      return new URL((await sent).url()).pathname
    }
    const isThere = async (path: string): Promise<boolean> => (await get<Uploaded>(page, path)).done
    await page.getByRole('link', { name: '报事' }).click()
    await page.getByLabel('什么事').fill('边写边传照片的一件')
    const [gone, kept] = [await take(first), await take(second)]
    await sees(page, '没有未发送的')
    assert.deepEqual([await isThere(gone), await isThere(kept)], [true, true], 'before anything is sent off')
    const letGo = page.waitForResponse(answer => answer.request().method() === 'DELETE')
    await page.getByRole('button', { name: '去掉第 1 个' }).click()
    assert.equal((await letGo).status(), 200)
    assert.equal(await isThere(gone), false)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '边写边传照片的一件' }).waitFor()
    assert.deepEqual(parts.toSorted(), [gone, kept].toSorted(), 'each once')
    const { files } = await get<MatterView>(page, `/api/matters/${page.url().split('/').at(-1) ?? ''}`)
    assert.deepEqual(files.map(file => file.id), [kept.split('/').at(-1)])
  })

  valley.tell('a phone whose clock is two days behind: when it was taken is told with how wrong the clock was', async () => {
    const context = await valley.phone()
    await shiftClock(context, -2 * 86_400_000)
    const page = await context.newPage()
    await signIn(page, 'gridWorker')
    await write(page, '钟慢了两天时拍的')
    await page.getByRole('heading', { level: 1, name: '钟慢了两天时拍的' }).waitFor()
    const id = page.url().split('/').at(-1) ?? ''
    const { entries } = await get<MatterView>(page, `/api/matters/${id}`)
    const [{ capture, at } = assert.fail('no entry')] = entries
    assert.ok(capture && Math.abs((capture.skew ?? NaN) - 2 * 86_400) < 120)
    assert.ok(Math.abs(Date.parse(capture.at) - Date.parse(at)) < 120_000, 'put right, it was just now')
  })

  valley.tell('a clock set on by accident wipes nothing while the server can be asked; without a signal what was read goes, and what is unsent stays and arrives', async () => {
    const { context } = await valley.ready()
    await shiftClock(context, 20 * 86_400_000)
    const page = await reopen(context, '/field/outbox')
    await page.getByRole('button', { name: '更新', exact: true }).waitFor()
    await leaveSignal(context)
    await reportHere(page, '钟快了二十天时的一件')
    await shiftClock(context, 20 * 86_400_000)
    await page.close()
    const later = await context.newPage()
    await later.goto('/field/outbox')
    await sees(later, '1 条未发送 · 已安全存在本机')
    assert.equal(await later.getByLabel('本机密码').count(), 0, 'nothing is left that a PIN would open')
    await comeBack(context)
    await sees(later, '没有未发送的')
    assert.equal((await matching(later, '钟快了二十天时的一件')).filter(row => row.title === '钟快了二十天时的一件').length, 1)
  })

  valley.tell('a full phone says so, keeps what is typed, and loses nothing that was kept before', async () => {
    const { context, page: first } = await valley.ready()
    await leaveSignal(context)
    const page = await reopen(context)
    const [picture] = await small(page, 1)
    await reportHere(page, '空间还够时的一件', picture)
    const room = await quota(page)
    // The browser itself has no more room to give: whatever is written, it refuses.
    await room.fill()
    await page.getByRole('link', { name: '报事' }).click()
    await page.getByLabel('什么事').fill('空间满了时的一件')
    await page.getByLabel('从相册选').setInputFiles({ name: 'IMG.JPG', mimeType: 'image/jpeg', buffer: picture ?? Buffer.alloc(0) })
    await sees(page, /存储空间满了/)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await sees(page.getByRole('alert'), /存储空间满了/)
    await sees(page.getByRole('alert'), /请腾出空间/)
    assert.equal(await page.getByLabel('什么事').inputValue(), '空间满了时的一件')
    await sees(page, '1 条未发送 · 已安全存在本机')
    await page.locator('.strip').click()
    await sees(page, /手机空间满了，新的存不下/)
    await checkAxe(page)
    // Still full, the line comes back: what was kept goes, though the phone has no room to note it.
    await comeBack(context)
    await page.getByText('没有未发送的').first().waitFor({ timeout: 90_000 })
    await leaveSignal(context)
    await room.free()
    // Room was made: what was typed is still in the form, also in a new tab.
    const after = await reopen(context)
    assert.equal(await after.getByLabel('什么事').inputValue(), '空间满了时的一件')
    await after.getByRole('button', { name: '提交', exact: true }).click()
    await sees(after, '1 条未发送 · 已安全存在本机')
    await comeBack(context)
    await sees(after, '没有未发送的')
    for (const text of ['空间还够时的一件', '空间满了时的一件']) assert.equal((await matching(after, text)).filter(row => row.title === text).length, 1, text)
    assert.ok(first.isClosed())
  })

  valley.tell('a phone that never comes online: signing out is refused, the file goes to the office, and everything is done once', async () => {
    const { context } = await valley.ready()
    await context.addInitScript(() => {
      Reflect.set(globalThis, 'asked', 0)
      const storage = 'storage' in navigator ? navigator.storage : undefined
      if (storage) storage.persist = () => { Reflect.set(globalThis, 'asked', Number(Reflect.get(globalThis, 'asked')) + 1); return Promise.resolve(true) }
    })
    await leaveSignal(context)
    const page = await reopen(context)
    const [picture] = await small(page, 1)
    assert.equal(await page.evaluate('asked'), 0)
    await write(page, '存成文件带去的一件', picture)
    await page.waitForFunction(() => Number(Reflect.get(globalThis, 'asked')) > 0)
    await page.getByRole('heading', { level: 1, name: '待发与离线' }).waitFor()
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await sees(page.getByRole('alert'), '还有 1 条没有发送')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存成文件', exact: true }).click()])
    const file = await readFile(await download.path())
    assert.ok(!file.includes(Buffer.from('存成文件带去的一件')), 'whoever finds the file reads nothing of it')

    const office = await (await valley.phone()).newPage()
    await signIn(office, 'gridWorker')
    await office.goto('/field/outbox')
    await office.getByText('在办公室导入手机上存的文件').click()
    for (let times = 0; times < 2; times += 1) {
      await office.getByLabel('选择文件').setInputFiles({ name: 'a.outbox', mimeType: 'application/octet-stream', buffer: file })
      await sees(office, '办成 1 条，没有办成 0 条。')
    }
    await comeBack(context)
    await sees(page, '没有未发送的')
    const rows = await matching(office, '存成文件带去的一件')
    assert.equal(rows.filter(row => row.title === '存成文件带去的一件').length, 1)
  })
}
