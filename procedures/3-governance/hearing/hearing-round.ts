import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import type { Limit } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, day, files, personName, phone, region, rows, text, whole, yesNo } from '../../../kernel/facts.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse } from '../../../kernel/refusal.ts'
import { post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { untilDay } from '../../usual/end-date.ts'
import { toTownship } from '../../usual/field-work.ts'
import { concerns, ways } from './kinds.ts'

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const saidColumns = {
  said: text({ zh: '意见建议', en: 'What was said', min: 4, max: 1000 }),
  concern: choice(concerns, { zh: '关于', en: 'About' }),
  way: choice(ways, { zh: '提出方式', en: 'How it was said' }),
  speaker: personName({ zh: '提意见的人', en: 'Who said it' }),
  phone: phone({ zh: '联系电话', en: 'Phone' }),
}

const facts = {
  title: text({ zh: '名称', en: 'Name', class: 'public', min: 4, max: 60, hint: words('如“六月听取意见日”', 'Such as “Hearing day, June”') }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  where: text({ zh: '地点', en: 'Where', class: 'public', min: 2, max: 100 }),
  day: day({ zh: '日期', en: 'Day', class: 'public' }),
  time: text({ zh: '时间', en: 'Time', class: 'public', max: 40, hint: words('如“上午九点到十一点”', 'Such as “9 to 11 in the morning”') }),
  listeners: text({ zh: '由谁听取', en: 'Who listens', class: 'public', min: 2, max: 100, hint: words('写岗位，不写姓名', 'Posts, nobody’s name') }),
  about: text({ zh: '主题', en: 'Theme', class: 'public', max: 200, hint: words('不限主题的可不填', 'Left empty where it is open') }),
  heldOn: day({ zh: '实际日期', en: 'Held on', class: 'public' }),
  came: whole({ zh: '到场人数', en: 'How many came', class: 'public', max: 100_000, unit: words('人', 'people') }),
  heard: rows(saidColumns, { zh: '听到的意见', en: 'What was said', class: 'sensitive', min: 0, max: 60, optional: ['speaker', 'phone'], hint: words('一条一行，自动逐条转为待答复意见；姓名、电话只用于答复', 'A line each: every one becomes an opinion to be answered; names and phones serve the answer alone') }),
  opinions: whole({ zh: '意见条数', en: 'Opinions', class: 'public' }),
  photos: files({ zh: '现场照片', en: 'Photos', max: 4, hint: words('最多四张，不拍人脸', 'Four at most; no faces') }),
  next: day({ zh: '下一场日期', en: 'Next round on', class: 'public' }),
  missed: yesNo({ zh: '未按期开展', en: 'Missed', class: 'public', search: 'exact' }),
  reason: text({ zh: '理由', en: 'Reason', class: 'public', min: 4, max: 300, lines: 2, hint: nobody }),
}

const committeeOf = (village: string): string => officeCode(village, 'committee')
const itsDay = words('安排的日期', 'the day that was set')

/** It may be recorded some days after: only then is it missed. */
const missedAfter = (day: string, record: number, now: Date): Limit => untilDay(daysAfter(day, record), now, itsDay)

const told = (village: string, zh: string, en: string): readonly Effect[] => [notify({ office: committeeOf(village) }, words(zh, en)), toTownship(village, words(zh, en))]

/**
 * 听取意见: a committee goes out to hear residents on a day announced, at a place, by posts named (Art. 25.3). What is said there, also on somebody's behalf,
 * becomes an opinion each, answered in time; a round that was missed shows.
 */
export const hearingRound = procedure('hearing-round', {
  title: words('听取意见', 'Hearing round'),
  since: '2023-02-01',
  basis: ['25.3'],
  facts,
  heading: 'title',
  place: 'village',
  needs: { opinions: need<number>('unanswered', c => ({ county: c.matter.county, matter: c.matter.id, kind: 'heard' })) },
  stages: {
    planned: { zh: '已安排', en: 'Planned', published: true, waits: words('到安排的日期开展', 'It is held on its day') },
    held: { zh: '已开展，答复中', en: 'Held, being answered', published: true, due: within('hearing.answer', 'remindAnswers') },
    closed: { zh: '已办结', en: 'Closed', final: true, published: true },
    cancelled: { zh: '已取消', en: 'Cancelled', final: true, published: true },
  },
  steps: {
    schedule: {
      zh: '安排听取意见', en: 'Schedule a round', opens: 'planned', basis: ['25.3'], by: [post('committee')], asks: ['title', 'village', 'where', 'day', 'time?', 'listeners', 'about?'],
      causes: words('时间、地点、由谁听取向社会公开；未按期开展的，公开显示', 'Day, place and who listens are published; a round that is missed shows'),
      then: c => {
        const { day = '' } = c.input
        const today = legalDay(c.now)
        const most = Number(c.law.figure('hearing.ahead', today).value)
        if (c.actor.region !== c.matter.region) return faultAt('village', '请安排本村（社区）的场次', 'Schedule a round of your own village')
        if (day < today) return faultAt('day', '日期不能早于今天', 'The day can’t be past')
        if (day > daysAfter(today, most)) return faultAt('day', `最早提前 ${most} 天安排`, `At most ${most} days ahead`)
        return {
          holder: { office: committeeOf(c.matter.region) }, counts: { planned: 1 },
          clocks: [{ clock: 'day', start: missedAfter(day, Number(c.law.figure('hearing.record', today).value), c.now), then: 'miss' }],
          effects: [toTownship(c.matter.region, words('村（社区）安排了听取意见', 'A village scheduled a hearing round'))],
        }
      },
    },
    hold: {
      zh: '登记开展情况', en: 'Record that it was held', from: ['planned'], to: 'held', basis: ['25.3'], primary: true, by: [post('committee')], asks: ['heldOn', 'came', 'heard?', 'photos?', 'next?'],
      causes: words('每条意见单独答复并公开，不公开姓名', 'Each opinion is answered and published, without names'),
      then: c => {
        const { heldOn = '', heard = [], next } = c.input
        const today = legalDay(c.now)
        if (heldOn > today) return faultAt('heldOn', '不能晚于今天', 'It can’t be a day to come')
        if (heldOn < legalDay(new Date(c.matter.opened))) return faultAt('heldOn', '不能早于安排的日期', 'It can’t lie before it was scheduled')
        if (next !== undefined && next <= today) return faultAt('next', '须晚于今天', 'It has to be a day to come')
        const { title = '', where = '', listeners = '', time } = c.matter.facts
        return {
          set: { opinions: heard.length, heard: null }, counts: { held: 1 },
          effects: [
            ...heard.map((row): Effect => ({ do: 'open', procedure: 'hearing-opinion', step: 'hear', link: 'heard', input: { ...row, round: c.matter.id, village: c.matter.region } })),
            ...(next === undefined ? [] : [{ do: 'open', procedure: 'hearing-round', step: 'schedule', link: 'after', input: { title, village: c.matter.region, where, day: next, listeners, ...(time !== undefined && { time }) } } as const]),
          ],
        }
      },
    },
    close: {
      zh: '办结', en: 'Close it', from: ['held'], to: 'closed', basis: ['25.3'], primary: true, by: [post('committee')], needs: ['opinions'],
      causes: words('全部意见答复后办结', 'Closed once every opinion is answered'),
      then: c => ((c.needs.opinions ?? 0) > 0
        ? refuse('unanswered', words(`还有 ${c.needs.opinions ?? 0} 条意见没有答复`, `${c.needs.opinions ?? 0} opinion(s) are unanswered`), { basis: ['25.3'], remedy: words('请逐条答复后再办结', 'Answer each, then close it') })
        : { counts: { closed: 1 } }),
    },
    move: {
      zh: '改期', en: 'Change the day', from: ['planned'], to: 'planned', basis: ['25.3'], by: [post('committee')], asks: ['day', 'reason'],
      then: c => {
        const { day = '' } = c.input
        const today = legalDay(c.now)
        if (day < today) return faultAt('day', '日期不能早于今天', 'The day can’t be past')
        return { clocks: [{ clock: 'day', start: missedAfter(day, Number(c.law.figure('hearing.record', today).value), c.now), then: 'miss' }, { clock: 'again', end: true }] }
      },
    },
    cancel: { zh: '取消', en: 'Cancel it', from: ['planned'], to: 'cancelled', basis: [], by: [post('committee')], asks: ['reason'], causes: words('理由公开', 'The reason is published'), then: () => ({ counts: { cancelled: 1 } }) },
    miss: {
      zh: '未按期开展', en: 'Missed', from: ['planned'], basis: ['25.3'], by: [theClock],
      then: c => ({
        set: { missed: true }, ...(c.matter.facts.missed !== true && { counts: { missed: 1 } }), clocks: [{ clock: 'again', start: 'hearing.remind-again', then: 'miss' }],
        effects: told(c.matter.region, '听取意见没有按期开展', 'A hearing round was missed'),
      }),
    },
    remindAnswers: {
      zh: '逾期未办结，提醒', en: 'Not closed in time', from: ['held'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'hearing.remind-again', then: 'remindAnswers' }], effects: told(c.matter.region, '听取的意见还没有全部答复', 'What was said in a hearing round is not all answered') }),
    },
  },
  measures: { planned: words('安排场次', 'Planned'), held: words('已开展', 'Held'), missed: words('未按期开展', 'Missed'), cancelled: words('取消', 'Cancelled'), closed: words('办结', 'Closed') },
  rates: { heldRate: { ...words('开展率', 'Held'), of: 'held', among: 'planned' } },
  list: { columns: ['village', 'day', 'missed'] },
  notCovered: [{ basis: '25.3', why: words('随时反映的诉求由诉求程序办理', 'What is said at any other time is a request') }],
})
