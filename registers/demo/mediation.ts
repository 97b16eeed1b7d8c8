import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { clock, officeCode, type Actor } from '../../kernel/post.ts'
import { hoursBefore, player, type Stage } from './player.ts'

/** Who mediates and who advises: committees filed and to be attested, mediators of a village and a town, a studio, a lawyer, consultations and law talks. Invented. */

const day = 24

type Hands = { readonly village: string; readonly next: string; readonly third: string; readonly committee: Actor; readonly other: Actor; readonly station: Actor; readonly justice: Actor; readonly colleague: Actor; readonly clerk: Actor; readonly lead: Actor; readonly chief: Actor; readonly security: Actor; readonly residents: readonly Actor[] }

const hands = (stage: Stage): Hands | undefined => {
  const [village = '', next = '', third = ''] = stage.villages
  const [station] = stage.cast.inOffice(officeCode(stage.township, 'justice-office'), 'handler')
  const [justice, colleague] = stage.cast.inOffice(officeCode(stage.county, 'justice'), 'handler')
  const [clerk] = stage.cast.inOffice(officeCode(stage.township, 'gov'), 'handler')
  const [lead] = stage.cast.inOffice(officeCode(stage.township, 'gov'), 'lead')
  const [chief] = stage.cast.inOffice(officeCode(stage.county, 'lead'), 'lead')
  const [security] = stage.cast.inOffice(officeCode(stage.county, 'access'), 'securityAdmin')
  const [committee, other] = [stage.cast.committee(village), stage.cast.committee(next)]
  const residents = [...stage.cast.residents(village), ...stage.cast.residents(next)]
  return committee && other && station && justice && colleague && clerk && lead && chief && security && residents.length >= 4 ? { village, next, third, committee, other, station, justice, colleague, clerk, lead, chief, security, residents } : undefined
}

const dayAt = (stage: Stage, days: number): string => legalDay(hoursBefore(stage, days * day))
const attested = { sizeMet: true, womanMet: true, groupsMet: 'yes' }
const nameOf = ({ city }: Stage, code: string): string => city.directory.region(code)?.name ?? code

const committees = async (stage: Stage, { village, next, committee, other, station, justice, colleague, clerk }: Hands): Promise<void> => {
  const told = async (name: string, by: Actor, input: { readonly [fact: string]: string | number }, attest: Actor): Promise<ReturnType<typeof player> | undefined> => {
    const one = player(stage, 'mediation-committee', name)
    one.on(hoursBefore(stage, 60 * day))
    if (!await one.opens('establish', by, input)) return undefined
    one.on(hoursBefore(stage, 58 * day))
    await one.take(attest, one.id, 'attest', attested)
    one.on(hoursBefore(stage, 57 * day))
    await one.take(attest === colleague || by !== justice ? colleague : justice, one.id, 'file')
    return one
  }
  const assembly = { assembly: nameOf(stage, village).endsWith('社区') ? 'residents' : 'villagers', metOn: dayAt(stage, 61) }
  const own = await told('village', committee, { place: village, office: officeCode(village, 'mediation'), name: `${nameOf(stage, village)}人民调解委员会（演示）`, founder: 'committee', foundedBy: `${nameOf(stage, village)}（居）民委员会`, members: 5, contact: '0972-5550101', ...assembly }, station)
  if (own) {
    own.on(hoursBefore(stage, 6 * day))
    await own.take(station, own.id, 'guide', { guidedOn: dayAt(stage, 6), guidance: '查看案卷、制度上墙和经费台账，帮助补齐登记（演示）' })
  }
  await told('township', clerk, { place: stage.township, office: officeCode(stage.township, 'mediation'), name: `${nameOf(stage, stage.township)}人民调解委员会（演示）`, founder: 'township', foundedBy: nameOf(stage, stage.township), members: 7, contact: '0972-5550102' }, station)
  await told('labour', justice, { place: stage.county, office: officeCode(stage.county, 'mediation-labour'), name: `${nameOf(stage, stage.county)}劳动争议人民调解委员会（演示）`, founder: 'association', foundedBy: '虚构建筑业协会', members: 9, contact: '0972-5550103' }, colleague)
  const fresh = player(stage, 'mediation-committee', 'fresh')
  fresh.on(hoursBefore(stage, 2 * day))
  await fresh.opens('establish', other, { place: next, office: officeCode(next, 'mediation'), name: `${nameOf(stage, next)}人民调解委员会（演示）`, founder: 'committee', foundedBy: `${nameOf(stage, next)}（居）民委员会`, members: 4, ...assembly })
}

type Service = { readonly name: string; readonly place: string; readonly office: string; readonly kind: string; readonly how: string; readonly fields: readonly string[]; readonly languages: readonly string[] }

/** Nominated, willing, reviewed, given the post by two people, and trained since. */
const serves = async (stage: Stage, { committee, justice, lead, chief, security, station }: Hands, person: Actor, { name, place, office, kind, how, fields, languages }: Service): Promise<string | undefined> => {
  const told = player(stage, 'mediator', name)
  told.on(hoursBefore(stage, 50 * day))
  const asked = { place, office, candidate: person.account, kind, how, ...(how === 'elected' && { metOn: dayAt(stage, 61) }), fields: fields.map(field => ({ field })), languages: languages.map(language => ({ language })), why: '邻里信任，常年帮人劝和（演示）' }
  if (!await told.opens('nominate', how === 'elected' ? committee : lead, asked)) return undefined
  told.on(hoursBefore(stage, 48 * day))
  await told.take(person, told.id, 'agree')
  await told.take(justice, told.id, 'review', { qualified: 'yes', note: '符合条件（演示）' })
  told.on(hoursBefore(stage, 46 * day))
  await told.take(how === 'elected' ? lead : chief, told.id, 'appoint', { until: daysAfter(dayAt(stage, 46), 1000) })
  await told.take(security, await told.child('appointment', 'region', office.slice(0, office.indexOf('/'))), 'confirm')
  told.on(hoursBefore(stage, 20 * day))
  await told.take(station, told.id, 'train', { trainedOn: dayAt(stage, 21), hours: 6, topic: '民法典相邻关系和调解笔录（演示）' })
  return told.id
}

const mediators = async (stage: Stage, who: Hands): Promise<void> => {
  const { village, committee, justice, residents } = who
  // The second of a village is the other side of a quarrel and acts for themselves: they serve only where the village has nobody else.
  const own = stage.cast.residents(village).length
  const [first, second, third] = own > 2 ? residents.slice(2) : residents.slice(1)
  const office = officeCode(village, 'mediation')
  const service = first && await serves(stage, who, first, { name: 'village', place: village, office, kind: 'full', how: 'elected', fields: ['neighbours', 'family', 'homestead'], languages: ['zh', 'bo'] })
  if (second) await serves(stage, who, second, { name: 'township', place: stage.township, office: officeCode(stage.township, 'mediation'), kind: 'invited', how: 'appointed', fields: ['farmland', 'water', 'debt'], languages: ['zh', 'mjg'] })
  if (third) {
    const told = player(stage, 'mediator', 'asked')
    told.on(hoursBefore(stage, day))
    await told.opens('nominate', committee, { place: village, office, candidate: third.account, kind: 'invited', how: 'appointed', fields: [{ field: 'support' }], languages: [{ language: 'zh' }], why: '退休教师，说话有人听（演示）' })
  }
  if (service === undefined || !first) return
  const studio = player(stage, 'studio', 'named')
  studio.on(hoursBefore(stage, 30 * day))
  if (await studio.opens('propose', committee, { place: village, kind: 'named', name: '虚构人名调解工作室（演示）', office, mediator: first.account, contact: '0972-5550101', hours: '周一至周五 9:00-17:00', why: '群众信任，经验丰富（演示）' })) {
    studio.on(hoursBefore(stage, 28 * day))
    await studio.take(first, studio.id, 'consent')
    studio.on(hoursBefore(stage, 25 * day))
    await studio.take(justice, studio.id, 'recognise')
  }
  const model = player(stage, 'studio', 'model')
  model.on(hoursBefore(stage, 3 * day))
  await model.opens('propose', who.clerk, { place: stage.township, kind: 'model', name: '虚构品牌调解室（演示）', office: officeCode(stage.township, 'mediation'), why: '场所规范，案卷齐全（演示）' })
}

const terms = '每月值守一天，解答咨询，审查公约，每季度一次普法（演示）'

type Contract = { readonly stage: Stage; readonly hands: Hands; readonly lawyer: Actor; readonly standsAt: 'inForce' | 'ending'; readonly village: string; readonly signs: Actor; readonly until: string; readonly no: number }

/** A contract with the invented firm: drafted, signed, its adviser named, and in force for six weeks. */
const contracted = async ({ stage, hands: { station, justice }, lawyer, standsAt, village, signs, until, no }: Contract) => {
  const told = player(stage, 'adviser-contract', standsAt)
  told.on(hoursBefore(stage, 45 * day))
  if (!await told.opens('draft', station, { village, firm: '虚构河湟律师事务所', firmKind: 'firm', contact: '0972-5550201', from: dayAt(stage, 42), until, terms })) return undefined
  told.on(hoursBefore(stage, 43 * day))
  await told.take(signs, told.id, 'sign', { villageSigned: dayAt(stage, 44), firmSigned: dayAt(stage, 43), keptAs: `虚构法顾〔2026〕${no}号，村委会档案柜` })
  await told.take(station, told.id, 'name', { adviser: lawyer.account })
  told.on(hoursBefore(stage, 42 * day))
  await told.take(justice, told.id, 'publish')
  return told
}

const advisers = async (stage: Stage, hands: Hands): Promise<Actor | undefined> => {
  const { village, next, third, committee, station, residents } = hands
  const lawyer = residents.at(-1)
  if (!lawyer) return undefined
  const told = await contracted({ stage, hands, lawyer, standsAt: 'inForce', village, signs: committee, until: daysAfter(dayAt(stage, 42), 700), no: 1 })
  if (!told) return undefined
  told.on(hoursBefore(stage, 5 * day))
  await told.take(lawyer, told.id, 'clinics', { clinics: [7, 37, 67].map(n => ({ day: daysAfter(dayAt(stage, 0), n), hours: '9:30-11:30', spot: '村（居）委会会议室' })) })
  const ending = await contracted({ stage, hands, lawyer, standsAt: 'ending', village: third, signs: station, until: daysAfter(dayAt(stage, 0), 20), no: 3 })
  ending?.on(hoursBefore(stage, 9 * day))
  await ending?.take(clock, ending.id, 'endNear', {}, 'near')
  const fresh = player(stage, 'adviser-contract', 'drafted')
  fresh.on(hoursBefore(stage, 4 * day))
  await fresh.opens('draft', station, { village: next, firm: '虚构基层法律服务所', firmKind: 'office', contact: '0972-5550202', from: dayAt(stage, 0), until: daysAfter(dayAt(stage, 0), 700), terms })
  return lawyer
}

const consulted = async (stage: Stage, { village, residents: [asker, second] }: Hands, lawyer: Actor): Promise<void> => {
  const told = player(stage, 'advice', 'rated')
  told.on(hoursBefore(stage, 20 * day))
  if (asker && await told.opens('book', asker, { village, about: '土地流转合同到期，对方不退地，怎么办（演示）', otherSide: '虚构合作社', channel: 'village' })) {
    told.on(hoursBefore(stage, 19 * day))
    await told.take(lawyer, told.id, 'arrange', { day: dayAt(stage, 17), time: '上午十点，村委会会议室', channel: 'village' })
    told.on(hoursBefore(stage, 17 * day))
    await told.take(lawyer, told.id, 'hold', { heldOn: dayAt(stage, 17), channel: 'village' })
    told.on(hoursBefore(stage, 16 * day))
    await told.take(lawyer, told.id, 'writeDown', { advice: '先书面催告，再申请人民调解；注意仲裁时效（演示）', next: 'mediation' })
    await told.take(asker, told.id, 'rate', { rating: 'good' })
  }
  const fresh = player(stage, 'advice', 'booked')
  fresh.on(hoursBefore(stage, 6))
  if (second) await fresh.opens('book', second, { village, about: '邻居翻建房屋挡住采光（演示）', channel: 'phone' })
}

const talks = async (stage: Stage, { village, committee, station }: Hands): Promise<void> => {
  const told = player(stage, 'law-talk', 'held')
  told.on(hoursBefore(stage, 30 * day))
  if (await told.opens('plan', station, { place: village, topic: '高空抛物与相邻关系（演示）', form: 'case', givers: [officeCode(stage.county, 'court'), officeCode(stage.township, 'police-station')], day: dayAt(stage, 22), time: '下午三点', spot: '村文化广场', language: '汉语、藏语' })) {
    told.on(hoursBefore(stage, 21 * day))
    await told.take(station, told.id, 'hold', { heldOn: dayAt(stage, 22), came: 43, said: '讲了一起高空抛物案，隐去当事人（演示）' })
  }
  const next = player(stage, 'law-talk', 'planned')
  next.on(hoursBefore(stage, 2 * day))
  await next.opens('plan', committee, { place: village, topic: '防范电信网络诈骗（演示）', form: 'talk', givers: [officeCode(stage.county, 'procuratorate')], day: daysAfter(dayAt(stage, 0), 9), time: '晚上七点半', spot: '村委会院子' })
}

export const playMediation = async (stage: Stage): Promise<void> => {
  const who = hands(stage)
  if (!who) return
  await committees(stage, who)
  await mediators(stage, who)
  const lawyer = await advisers(stage, who)
  if (lawyer) await consulted(stage, who, lawyer)
  await talks(stage, who)
}
