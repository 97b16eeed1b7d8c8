import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { catchUp } from '../store/clock.ts'
import { verifyCounty } from '../store/verify.ts'
import type { MatterRow, MatterView, Page } from '../server/wire.ts'
import type { Joined, MediatorChoices, PaymentList, PublicFigures, SeatCodes, WarningsView } from '../server/wire/disputes.ts'
import { mediation, terms, wall } from './dispute/begin.ts'
import { uploadTo } from './helpers/multipart.ts'
import { png } from './helpers/pictures.ts'
import { instant } from './helpers/play.ts'
import { openTestSite, type Client, type TestSite } from './helpers/site.ts'
import { people, type Name } from './helpers/world.ts'

let world: TestSite
const as: { [name in Name]?: Client } = {}
before(async () => { world = await openTestSite() })
after(async () => {
  assert.deepEqual((await verifyCounty(world.site.house, '630202')).faults, [])
  await world.close()
})

let now = instant('2026-06-08 10:00')
const at = async (text: string): Promise<void> => {
  now = instant(text)
  world.setNow(now)
  await catchUp(world.site.house, now)
}

const signedIn = async (who: Name): Promise<Client> => (as[who] ??= await world.as(who))

const does = async (who: Name, id: string, step: string, input: object = {}): Promise<MatterView> => {
  const client = await signedIn(who)
  const { body: { seq } } = await client.get<MatterView>(`/api/matters/${id}`)
  const answer = await client.step(`/api/matters/${id}/${step}`, { seq, input })
  assert.equal(answer.status, 200, `${who} ${step}: ${answer.text}`)
  return (await client.get<MatterView>(`/api/matters/${id}`)).body
}

const photo = async (who: Name): Promise<string> => {
  const { body } = await uploadTo<{ id: string }>(await signedIn(who), '/api/files', png(), '签字页.png')
  return body.id
}

const shown = (view: MatterView, fact: string): unknown => view.allFacts.find(one => one.fact === fact)?.value

/** From the applicant's phone to a mediator. */
const begins = async (): Promise<{ readonly id: string; readonly number: string }> => {
  await at('2026-06-08 10:00')
  const { body } = await (await signedIn('resident')).step('/api/dispute/register', { input: { ...wall, contacts: [{ name: '马建国', phone: '13900000001' }, { name: '李生海', phone: '13900000002' }] } })
  await does('dispatcher', body.id, 'accept', { danger: 'none' })
  await does('dispatcher', body.id, 'choose', { track: 'people', body: mediation })
  return body
}

test('29.1: the other side joins by the code on its notice, and by nothing else; codes are for the body that has the dispute', async () => {
  const { id, number } = await begins()
  assert.equal((await (await signedIn('dispatcher')).get(`/api/disputes/${id}/codes`)).status, 404, 'the centre has it no more')
  const codes = (await (await signedIn('mediator')).get<SeatCodes>(`/api/disputes/${id}/codes`)).body
  assert.deepEqual(codes.seats.map(one => [one.seat, one.joined]), [[1, true], [2, false]])
  const neighbour = await signedIn('neighbour')
  const join = (body: object) => neighbour.post<Joined>('/api/disputes/join', body)
  assert.equal((await join({ number, code: 'AAAAAAAAAA' })).status, 404)
  assert.equal((await join({ number: '630202-26-9999999', code: codes.seats[1]?.code })).status, 404)
  assert.equal((await (await signedIn('mediator')).post('/api/disputes/join', { number, code: codes.seats[1]?.code })).status, 403)
  assert.equal((await neighbour.get(`/api/matters/${id}`)).status, 404, 'before joining it is not theirs')
  const joined = await join({ number, code: ` ${codes.seats[1]?.code.toLowerCase() ?? ''} ` })
  assert.deepEqual([joined.status, joined.body.id], [200, id])
  const seen = (await neighbour.get<MatterView>(`/api/matters/${id}`)).body
  assert.deepEqual(shown(seen, 'sides'), wall.sides)
  assert.equal(shown(seen, 'story'), wall.story)
  assert.notEqual(JSON.stringify(shown(seen, 'contacts') ?? ''), '', 'masked or nothing')
  assert.ok(!JSON.stringify(seen).includes('13900000001'), 'how to reach the other side is not shared')
  assert.ok(seen.offers.some(one => one.step === 'say'))
  for (const who of ['resident', 'neighbour'] as const) {
    const mine = (await (await signedIn(who)).get<Page<MatterRow>>('/api/matters?scope=party&procedure=dispute&limit=50')).body.rows
    assert.equal(mine.filter(row => row.id === id).length, 1, `${who} has several parts in it and finds it once`)
  }
})

test('30.1: the body and both sides are offered who mediates there, by name, field, place and load; nobody else is, and no side is told a figure', async () => {
  const { id, number } = await begins()
  const offered = async (who: Name) => (await signedIn(who)).get<MediatorChoices>(`/api/disputes/${id}/mediators`)
  const desk = (await offered('mediator')).body
  assert.deepEqual(desk.map(one => [one.name, one.fits, one.open, one.distance.zh, one.office.code]), [['mediator', true, 0, '同乡镇（街道）', mediation], ['otherMediator', true, 0, '同乡镇（街道）', mediation]])
  const side = await offered('resident')
  assert.deepEqual([side.body.map(one => [one.name, one.load.zh, one.place.code]), side.text.includes('"open"')], [[['mediator', '在办的少', '630202001'], ['otherMediator', '在办的少', '630202001']], false])
  for (const who of ['police', 'neighbour', 'stranger', 'dispatcher'] as const) assert.equal((await offered(who)).status, 404, who)
  const codes = (await (await signedIn('mediator')).get<SeatCodes>(`/api/disputes/${id}/codes`)).body
  await (await signedIn('neighbour')).post('/api/disputes/join', { number, code: codes.seats[1]?.code })
  for (const who of ['resident', 'neighbour'] as const) await does(who, id, 'preferMediator', { preferred: people.otherMediator.account })
  const seen = (await (await signedIn('resident')).get<MatterView>(`/api/matters/${id}`)).body
  assert.deepEqual((shown(seen, 'seats') as readonly { readonly prefers?: string }[]).map(seat => seat.prefers), [people.otherMediator.account, people.otherMediator.account], 'each reads what both chose')
  const names = async (mediator: string, more: object = {}) => {
    const { body: { seq } } = await (await signedIn('mediator')).get<MatterView>(`/api/matters/${id}`)
    return (await signedIn('mediator')).step(`/api/matters/${id}/nameMediator`, { seq, input: { mediator, chosenHow: 'offered', ...more } })
  }
  assert.match((await names(people.mediator.account)).text, /各方选了同一名调解员/)
  assert.match((await names(people.stranger.account)).text, /not-in-post/)
  assert.equal((await names(people.otherMediator.account)).status, 200)
  await does('resident', id, 'challenge', { challenge: '调解员是对方的表哥' })
  assert.deepEqual((await offered('neighbour')).body.map(one => one.name), ['mediator', 'otherMediator'], 'who has it now is among them')
  assert.ok((await (await signedIn('neighbour')).get<MatterView>(`/api/matters/${id}`)).body.offers.some(one => one.step === 'preferMediator' && one.refusal === undefined), 'after a challenge they choose anew')
  await does('mediator', id, 'decideChallenge', { verdict: 'upheld', why: '确有亲属关系', mediator: people.mediator.account })
  assert.deepEqual((await offered('mediator')).body.map(one => one.name), ['mediator'], 'who had to stand aside is offered no more')
})

test('29.1, 20.2: both sides read the minutes, neither what was said apart; nobody outside reads either', async () => {
  const { id, number } = await begins()
  const codes = (await (await signedIn('mediator')).get<SeatCodes>(`/api/disputes/${id}/codes`)).body
  await (await signedIn('neighbour')).post('/api/disputes/join', { number, code: codes.seats[1]?.code })
  for (const who of ['resident', 'neighbour'] as const) await does(who, id, 'say', { answer: 'agrees' })
  await does('mediator', id, 'nameMediator', { mediator: people.mediator.account, chosenHow: 'chosen' })
  for (const who of ['resident', 'neighbour'] as const) await does(who, id, 'acknowledge')
  await does('mediator', id, 'holdSession', { heldOn: '2026-06-08', format: 'together', minutes: '双方到现场丈量，越界四十八厘米', apart: '被申请方愿意自己出工', language: 'zh', readAloud: true, papers: [await photo('mediator')] })
  for (const who of ['resident', 'neighbour'] as const) {
    const { body, text } = await (await signedIn(who)).get<MatterView>(`/api/matters/${id}`)
    assert.equal(shown(body, 'minutes'), '双方到现场丈量，越界四十八厘米', who)
    assert.ok(!text.includes('愿意自己出工'), who)
    const [file] = body.files
    assert.equal((await (await signedIn(who)).get(`/api/files/${file?.id ?? ''}`)).status, 200, `${who} opens the shared photo`)
  }
  for (const who of ['stranger', 'transport', 'deputy', 'otherDispatcher'] as const) {
    const { status, text } = await (await signedIn(who)).get(`/api/matters/${id}`)
    assert.ok(!text.includes('越界四十八厘米'), who)
    assert.ok(status === 404 || status === 200, who)
  }
  assert.ok(!(await (await signedIn('gridWorker')).get(`/api/matters/${id}`)).text.includes('越界四十八厘米'), 'nor the grid worker of the place')
})

test('29.1: what was said apart stays with the body that heard it: not its superiors, not who mediates along, not who takes the dispute over, and not the court', async () => {
  const { id } = await begins()
  for (const seatNumber of [1, 2]) await does('mediator', id, 'hearSide', { seatNumber, answer: 'agrees', heardHow: 'inPerson' })
  await does('mediator', id, 'nameMediator', { mediator: people.mediator.account, chosenHow: 'offered' })
  for (const seatNumber of [1, 2]) await does('mediator', id, 'tellRights', { seatNumber, sheet: [await photo('mediator')] })
  await does('mediator', id, 'inviteBody', { joint: ['630202/mediation-labour'] })
  await does('mediator', id, 'holdSession', { heldOn: '2026-06-08', format: 'apart', minutes: '分别听取双方意见', apart: '愿意让步一半', language: 'zh', readAloud: true })
  const reads = async (who: Name): Promise<readonly [minutes: boolean, apart: boolean]> => {
    const { text } = await (await signedIn(who)).get(`/api/matters/${id}`)
    return [text.includes('分别听取双方意见'), text.includes('愿意让步一半')]
  }
  for (const who of ['mediator', 'otherMediator'] as const) assert.deepEqual(await reads(who), [true, true], who)
  for (const who of ['labourMediator', 'dispatcher'] as const) assert.deepEqual(await reads(who), [true, false], who)
  await does('mediator', id, 'fail', { why: '双方分歧过大', otherWays: '可以申请行业性调解' })
  await does('dispatcher', id, 'choose', { track: 'judicial', body: '630202/court' })
  assert.deepEqual(await reads('judge'), [true, false], 'the story is not told again, what was told in confidence is')
})

test('29.1: a stranger who joined by a code in wrong hands is taken out, reads nothing from then on, and the old code opens nothing', async () => {
  const { id, number } = await begins()
  const codeOf = async (): Promise<string> => (await (await signedIn('mediator')).get<SeatCodes>(`/api/disputes/${id}/codes`)).body.seats[1]?.code ?? ''
  const code = await codeOf()
  const join = async (who: Name, with_: string) => (await (await signedIn(who)).post('/api/disputes/join', { number, code: with_ })).status
  assert.equal(await join('stranger', code), 200)
  await does('mediator', id, 'removeJoined', { seatNumber: 2, leaveGround: 'stranger', why: '经核实不是李生海本人' })
  assert.equal((await (await signedIn('stranger')).get(`/api/matters/${id}`)).status, 404)
  assert.deepEqual(await world.database.scoped(people.stranger, tx => tx.query('select seq from app_open($1, $2::uuid)', ['630202', id])), [])
  assert.ok((await (await signedIn('stranger')).get('/api/notices')).text.includes('移出一起纠纷'))
  assert.equal(await join('stranger', code), 404)
  assert.equal(await join('neighbour', await codeOf()), 200)
})

test('28.2: neither side learns that the police were warned, nor that there is anything to learn: not from the matter, its file, its own data, its readings or what moved on', async () => {
  const { id, number } = await begins()
  const codes = (await (await signedIn('mediator')).get<SeatCodes>(`/api/disputes/${id}/codes`)).body
  await (await signedIn('neighbour')).post('/api/disputes/join', { number, code: codes.seats[1]?.code })
  const { body: { seq } } = await (await signedIn('neighbour')).get<MatterView>(`/api/matters/${id}`)
  await does('mediator', id, 'warnPolice', { danger: 'violence', warning: '申请人称多次被打' })
  await does('resident', id, 'confide', { confided: '我怕他再打我，住在姐姐家' })
  const body = (await (await signedIn('mediator')).get<MatterView>(`/api/matters/${id}`)).body
  assert.deepEqual(['danger', 'police', 'confided'].map(fact => shown(body, fact)), ['violence', 'sent', '我怕他再打我，住在姐姐家'], 'who handles it reads it all')
  for (const who of ['resident', 'neighbour'] as const) {
    const client = await signedIn(who)
    const own = (await client.get<MatterView>(`/api/matters/${id}`)).body
    assert.deepEqual(own.entries.map(one => one.step), ['register', 'accept', 'choose', 'join'], who)
    const { rows } = (await client.get<{ rows: readonly { matter?: { id: string } }[] }>('/api/me/readings')).body
    const told = [
      JSON.stringify([own.entries, own.allFacts, own.clocks, own.links, own.documents, own.files, rows.filter(one => one.matter?.id === id)]),
      (await client.get(`/api/matters/${id}/archive.zip`)).text, (await client.get('/api/me/data')).text,
      (await client.step(`/api/matters/${id}/addRemark`, { seq, input: { remark: '界石是后来挪动的' } })).text,
    ]
    for (const word of ['多次被打', '姐姐家', '"danger"', '"police"', '"warning"', '"confided"', '"warnPolice"', '"confide"', '报告公安机关']) {
      assert.deepEqual(told.map(one => one.includes(word)), told.map(() => false), `${who}: ${word}`)
    }
  }
  await does('mediator', id, 'hearSide', { seatNumber: 1, answer: 'agrees', heardHow: 'inPerson' })
  await does('mediator', id, 'hearSide', { seatNumber: 2, answer: 'agrees', heardHow: 'inPerson' })
  await does('mediator', id, 'nameMediator', { mediator: people.mediator.account, chosenHow: 'offered' })
  const held = { heldOn: '2026-06-08', format: 'together', minutes: '双方到场说明依据', language: 'zh', readAloud: true }
  const view = (await (await signedIn('mediator')).get<MatterView>(`/api/matters/${id}`)).body
  assert.equal((await (await signedIn('mediator')).step(`/api/matters/${id}/holdSession`, { seq: view.seq, input: held })).status, 422, 'after violence each is met apart')
  const grid = (await (await signedIn('gridWorker')).get<MatterView>(`/api/matters/${id}`)).text
  assert.ok(!grid.includes('apartOnly') && !grid.includes('"violence"'), 'nor does who may not read it learn of violence from the rule')
})

test('29.3: from minutes to the court, and the whole file in one archive, in its order, with hashes that hold', async () => {
  const { id } = await begins()
  for (const seatNumber of [1, 2]) await does('mediator', id, 'hearSide', { seatNumber, answer: 'agrees', heardHow: 'inPerson' })
  await does('mediator', id, 'nameMediator', { mediator: people.mediator.account, chosenHow: 'offered' })
  for (const seatNumber of [1, 2]) await does('mediator', id, 'tellRights', { seatNumber, sheet: [await photo('mediator')] })
  for (const heldOn of ['2026-06-08', '2026-06-08']) await does('mediator', id, 'holdSession', { heldOn, format: 'together', minutes: `第${heldOn}次调解，双方说明依据`, language: 'zh', readAloud: true })
  await does('mediator', id, 'agree', { ...terms, agreedOn: '2026-06-08' })
  for (const [signer, seatNumber] of [['side', 1], ['side', 2], ['mediator'], ['seal']] as const) {
    await does('mediator', id, 'sign', { signer, signedOn: '2026-06-08', sheet: [await photo('mediator')], ...(seatNumber !== undefined && { seatNumber }) })
  }
  await does('mediator', id, 'askConfirmation', { court: '630202/court', sheet: [await photo('mediator')] })
  await does('judge', id, 'takeUpConfirmation')
  await does('judge', id, 'confirmAgreement', { rulingNumber: '（2026）青0202司确9号', decidedOn: '2026-06-08' })
  const after = await does('mediator', id, 'perform', { performedOn: '2026-06-08', performedNote: '当天拆除，双方在场' })
  assert.equal(after.stage, 'closed')

  const archive = await (await signedIn('mediator')).get(`/api/matters/${id}/archive.zip`)
  assert.equal(archive.status, 200)
  const inside = unzipSync(archive.bytes)
  const papers = Object.keys(inside).filter(name => !name.startsWith('附件/') && name !== 'manifest.json')
  assert.deepEqual(papers, ['00-卷宗封面和目录.docx', '01-调解申请书.docx', '02-纠纷受理登记表.docx', '03-权利义务告知书.docx', '04-调解笔录.docx', '05-调解笔录.docx', '06-调解协议书.docx', '07-司法确认申请书.docx', '08-履行情况记录.docx'])
  const manifest = JSON.parse(Buffer.from(inside['manifest.json'] ?? []).toString()) as { files: { path: string; sha256: string }[]; leftOut: unknown[]; madeFrom: { seq: number; hash: string } }
  assert.deepEqual(manifest.leftOut, [])
  assert.equal(manifest.files.filter(one => one.path.startsWith('附件/')).length, 7)
  for (const { path, sha256 } of manifest.files) assert.equal(createHash('sha256').update(inside[path] ?? new Uint8Array()).digest('hex'), sha256, path)
  const [entry] = await world.database.owner(tx => tx.query<{ hash: string }>(`select encode(hash, 'hex') as hash from entry where matter = $1::uuid order by seq desc limit 1`, [id]))
  assert.equal(manifest.madeFrom.hash, entry?.hash)

  const other = await (await signedIn('resident')).get(`/api/matters/${id}/archive.zip`)
  assert.ok(Object.keys(unzipSync(other.bytes)).some(name => name.includes('调解协议书')), 'a side has its own copy')
  assert.equal((await (await signedIn('stranger')).get(`/api/matters/${id}/archive.zip`)).status, 404)
})

test('29.1: two who record at the same moment do not both write', async () => {
  const { id } = await begins()
  const { body: { seq } } = await (await signedIn('mediator')).get<MatterView>(`/api/matters/${id}`)
  const says = async (who: Name, answer: string) => (await signedIn(who)).step(`/api/matters/${id}/hearSide`, { seq, input: { seatNumber: 2, answer, heardHow: 'phone' } })
  const both = await Promise.all([says('mediator', 'agrees'), says('otherMediator', 'refuses')])
  assert.deepEqual(both.map(one => one.status).toSorted(), [200, 409])
})

/** Settled on the spot, in effect that day; with a photo of the card where there is one. */
const settled = async (who: Name = 'mediator', papers = true): Promise<string> => {
  await at('2026-06-08 10:00')
  const { body } = await (await signedIn(who)).step('/api/dispute/settleOnSpot', { input: { headline: '排水争执就地化解', place: wall.place, about: 'neighbours', danger: 'none', sides: wall.sides, ...terms, agreedOn: '2026-06-08', performedNow: 'atOnce', readAloud: true, ...(papers && { papers: [await photo(who)] }) } })
  return body.id
}

test('30.3: one case, one payment: of two claims made at the same moment one stands, and the record alone says the sum', async () => {
  const justice = await signedIn('justice')
  const drafted = await justice.step('/api/mediation-subsidy-scheme/draft', { input: { county: '630202', title: '乐都区人民调解案件补贴办法', instrument: '乐司〔2026〕8 号', amounts: [{ class: 'oral', fen: 5000 }, { class: 'ordinary', fen: 20_000 }], performance: false, staffBarred: true, since: '2026-06-08' } })
  assert.equal(drafted.status, 200, drafted.text)
  await does('finance', drafted.body.id, 'adopt')
  const dispute = await settled()
  const claim = async (who: Name) => (await signedIn(who)).step('/api/mediation-subsidy/claim', { input: { place: wall.place, dispute } })
  const refusedFor = async (who: Name, one: string): Promise<string> => (await (await signedIn(who)).step('/api/mediation-subsidy/claim', { input: { place: wall.place, dispute: one } })).text
  assert.match(await refusedFor('justiceOffice', await settled('gridWorker')), /not-peoples/, 'a grid worker is no people’s mediator')
  const bare = await settled('mediator', false)
  assert.match(await refusedFor('mediator', bare), /file-incomplete/)
  await does('mediator', bare, 'askAfter', { visitedOn: '2026-06-08', visitNote: '双方都说排水沟已清' })
  const both = await Promise.all([claim('mediator'), claim('otherMediator')])
  assert.deepEqual(both.map(one => one.status).toSorted(), [200, 409], both.map(one => one.text).join())
  assert.equal((await claim('justiceOffice')).status, 409)
  const made = both.find(one => one.status === 200)?.body.id ?? ''
  await does('justice', made, 'approve')
  await at('2026-06-09 10:00')
  await does('finance', made, 'pay', { voucher: '支 2026-18', paidOn: '2026-06-09' })
  const rows = await world.database.owner(tx => tx.query<{ fen: string; paid: string }>(`select fen::text as fen, paid_on::text as paid from mediation_subsidy where county = '630202'`))
  assert.deepEqual(rows, [{ fen: '5000', paid: '2026-06-09' }])
  const list = async (who: Name) => (await signedIn(who)).get<PaymentList>('/api/mediation-subsidies?county=630202&month=2026-06')
  assert.deepEqual([(await list('finance')).body.total, (await list('justice')).body.lines.length, (await list('transport')).status, (await list('mediator')).status], [5000, 1, 403, 403])
  const book = await (await signedIn('finance')).get('/api/mediation-subsidies.xlsx?county=630202&month=2026-06')
  assert.match(String(book.headers['content-disposition']), /2026-06/)
  assert.equal((await (await signedIn('finance')).get<PaymentList>('/api/mediation-subsidies?county=630202')).body.lines.length, 0, 'nothing is left to be paid')
})

test('30.3: who brought the agreement about is paid for it, whoever has the dispute since', async () => {
  const { id } = await begins()
  for (const seatNumber of [1, 2]) await does('mediator', id, 'hearSide', { seatNumber, answer: 'agrees', heardHow: 'inPerson' })
  await does('mediator', id, 'nameMediator', { mediator: people.mediator.account, chosenHow: 'offered' })
  for (const seatNumber of [1, 2]) await does('mediator', id, 'tellRights', { seatNumber, sheet: [await photo('mediator')] })
  await does('mediator', id, 'holdSession', { heldOn: '2026-06-08', format: 'together', minutes: '双方说明依据', language: 'zh', readAloud: true })
  await does('mediator', id, 'agree', { ...terms, agreedOn: '2026-06-08' })
  for (const [signer, seatNumber] of [['side', 1], ['side', 2], ['mediator'], ['seal']] as const) {
    await does('mediator', id, 'sign', { signer, signedOn: '2026-06-08', sheet: [await photo('mediator')], ...(seatNumber !== undefined && { seatNumber }) })
  }
  await does('mediator', id, 'breach', { performedNote: '到期没有拆除', otherWays: '可以起诉' })
  await does('dispatcher', id, 'choose', { track: 'judicial', body: '630202/court' })
  const claim = await (await signedIn('mediator')).step('/api/mediation-subsidy/claim', { input: { place: wall.place, dispute: id } })
  assert.equal(claim.status, 200, claim.text)
  const [row] = await world.database.owner(tx => tx.query<{ mediator: string; office: string }>('select mediator, office from mediation_subsidy where claim = $1::uuid', [claim.body.id]))
  assert.deepEqual([row?.mediator, row?.office], [people.mediator.account, mediation])
})

test('28.1: warnings are for who answers for the place, figures for everybody; a count too small is not given', async () => {
  await at('2026-06-10 10:00')
  const town = await (await signedIn('dispatcher')).get<WarningsView>('/api/disputes/warnings?region=630202001')
  assert.deepEqual([town.status, town.body.trend.length, town.body.trend.at(-1)?.n], [200, 12, 12])
  assert.equal((await (await signedIn('otherDispatcher')).get('/api/disputes/warnings?region=630202001')).status, 403)
  assert.equal((await (await signedIn('resident')).get('/api/disputes/warnings?region=630202001')).status, 403)
  assert.equal((await world.anybody().get('/api/disputes/warnings?region=630202')).status, 401)
  const figures = async (region: string) => (await world.anybody().get<PublicFigures>(`/api/disputes/figures?region=${region}`)).body
  assert.deepEqual((await figures('630202001')).rows.map(one => one.n), [0, 0, 0, 0, 0, 0, 0], 'a month is told once it is over')
  await at('2026-07-01 10:00')
  const body = await figures('630202001')
  assert.equal(body.rows.find(one => one.measure === 'registered')?.n, 12)
  assert.deepEqual((await figures('630202')).kinds, body.kinds)
  const kind = (name: string) => body.kinds.find(one => one.measure === `kind-${name}`)
  assert.deepEqual([body.fewest, kind('homestead')?.n, kind('neighbours')?.n, kind('medical')?.n], [5, undefined, undefined, 0])
  assert.equal((await world.anybody().get('/api/disputes/figures?region=630202001001')).status, 404, 'none of a village')
})

test('28.1: a decision is registered on the assessment of that very decision, once that is cleared', async () => {
  await at('2026-07-02 10:00')
  const clerk = await signedIn('countyClerk')
  const { body: { id } } = await clerk.step('/api/risk-assessment/begin', { input: { decision: '东关片区旧城改造', area: '630202001', kind: 'land', plan: '拆除危旧房屋三百户，原地安置', affected: '东关社区三百户居民' } })
  await does('countyClerk', id, 'hear', { heard: [{ who: '东关社区居民', way: 'meeting', on: '2026-06-01', people: 180, said: '担心过渡期租房费', answer: '提高标准' }] })
  await does('countyClerk', id, 'assess', { lawful: 'yes', fair: 'yes', workable: 'yes', bearable: 'yes', disputes: '过渡费、安置房位置争议', measures: '设调解点', grade: 'low' })
  await does('countyDispatcher', id, 'clear', { reviewNote: '风险可控，同意' })
  const registers = async (decision: string) => (await clerk.step('/api/major-decision/register', { input: { decision, area: '630202001', kind: 'land', decidedOn: '2026-07-02', assessment: id } }))
  const other = await registers('西关道路征地方案')
  assert.ok(other.status >= 400 && other.text.includes('东关片区旧城改造'), other.text)
  const made = await registers('东关片区旧城改造')
  assert.equal(made.status, 200, made.text)
})
