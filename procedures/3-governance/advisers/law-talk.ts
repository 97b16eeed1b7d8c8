import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, day, files, offices, region, text, whole } from '../../../kernel/facts.ts'
import { officeCode } from '../../../kernel/post.ts'
import { procedure, type Context, type NoNeeds } from '../../../kernel/procedure.ts'
import { faultAt, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor } from '../../../kernel/region.ts'
import { holder, post, theClock, type Who } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { untilDay } from '../../usual/end-date.ts'
import { lateAgain } from '../mediation-bodies/parts.ts'

/** Of what a talk is given (Art. 17.3): law on governance and safety, in the course of cases, enforcement and publicity. */
const forms = { talk: { zh: '法治讲座', en: 'Talk' }, case: { zh: '以案释法', en: 'A case explained' }, moot: { zh: '巡回审判、公开庭审', en: 'A court sitting in the village' }, day: { zh: '普法宣传', en: 'Publicity' } } as const

const facts = {
  place: region({ zh: '地点所在', en: 'Where', class: 'public', search: 'exact', levels: ['township', 'village'] }),
  topic: text({ zh: '主题', en: 'Topic', class: 'public', min: 4, max: 100, search: 'words' }),
  form: choice(forms, { zh: '形式', en: 'Form', class: 'public', search: 'exact', basis: ['17.3'] }),
  givers: offices({ zh: '由谁讲', en: 'Given by', class: 'public', max: 6, without: ['committee', 'supervisory', 'gov'] }),
  day: day({ zh: '日期', en: 'Day', class: 'public' }),
  time: text({ zh: '时间', en: 'Time', class: 'public', min: 2, max: 40 }),
  spot: text({ zh: '具体地点', en: 'Exactly where', class: 'public', min: 2, max: 80 }),
  language: text({ zh: '用什么语言', en: 'In which languages', class: 'public', max: 40, hint: words('如：汉语、藏语', 'Such as: Chinese, Tibetan') }),
  moved: text({ zh: '调整原因', en: 'Why it was moved', class: 'public', min: 2, max: 200 }),
  heldOn: day({ zh: '举办日期', en: 'Held on', class: 'public' }),
  came: whole({ zh: '到场人数', en: 'How many came', class: 'public', max: 100_000, unit: words('人', 'people'), hint: words('只记人数，不签名册', 'A count: no roll is kept') }),
  said: text({ zh: '讲了什么', en: 'What was explained', class: 'public', min: 4, max: 1000, lines: 3, hint: words('公开；案例隐去当事人', 'Published: cases without their people') }),
  pictures: files({ zh: '照片', en: 'Photos', class: 'public', max: 3, hint: words('不拍人脸', 'No faces') }),
  why: text({ zh: '取消原因', en: 'Why it is cancelled', class: 'public', min: 2, max: 200 }),
}

type Facts = typeof facts
const fault: FaultOf<Facts> = faultAt

const lawBodies = ['court', 'procuratorate', 'public-security', 'justice']
const stations = ['justice-office', 'police-station']
const of = (level: 'county' | 'township', kinds: readonly string[], zh: string, en: string): Who => ({ who: 'post', kinds: ['handler', 'lead'], levels: [level], offices: kinds, zh, en })

const planning = [of('county', lawBodies, '法院、检察院、公安、司法行政', 'court, procuratorate, police or justice department'), of('township', stations, '司法所、派出所', 'justice office or police station'), post('committee', 'village')]

/** Announced some days ahead, so that people can come. */
const tooSoon = (on: string, { now, law }: Pick<Context<Facts, NoNeeds>, 'now' | 'law'>): Refusal | undefined => {
  const first = daysAfter(legalDay(now), Number(law.figure('law-talk.ahead', legalDay(now)).value))
  return on < first ? fault('day', `至少提前公告，最早 ${first}（平台规则）`, `It is announced ahead: ${first} at the earliest (a product rule)`) : undefined
}

const told = (region: string, zh: string, en: string): readonly Effect[] => [...new Set([region, ancestor(region, 'village') ?? region])].map(place => notify({ posts: 'committee', region: place }, words(zh, en)))

/** 法治讲座: planned and published before, held and published after, with a count of who came and no roll (Art. 17.3). */
export const lawTalk = procedure('law-talk', {
  title: words('法治讲座', 'Law talk'),
  since: '2023-02-01',
  basis: ['17.3'],
  facts,
  heading: 'topic',
  place: 'place',
  stages: {
    planned: { zh: '已公告', en: 'Announced', published: true, due: { then: 'notRecorded', limit: c => untilDay(daysAfter(c.facts.day ?? legalDay(c.now), Number(c.law.figure('law-talk.record', legalDay(c.now)).value)), c.now, words('讲座日期', 'the day of the talk')) } },
    held: { zh: '已举办', en: 'Held', final: true, published: true },
    cancelled: { zh: '已取消', en: 'Cancelled', final: true, published: true },
  },
  steps: {
    plan: {
      zh: '安排讲座', en: 'Plan a talk', opens: 'planned', basis: ['17.3'], by: planning, asks: ['place', 'topic', 'form', 'givers', 'day', 'time', 'spot', 'language?'],
      causes: words('向社会公告；村（社区）收到通知，不用组织人数、不用报材料', 'It is announced to everyone; the village is told, gathers nobody and hands in nothing'),
      then: c => {
        const { givers = [], day: on = '' } = c.input
        if (givers.some(office => !lawBodies.includes(office.slice(office.indexOf('/') + 1)) && !stations.includes(office.slice(office.indexOf('/') + 1)))) return fault('givers', '请选择法院、检察院、公安、司法行政部门或派出所、司法所', 'Name the court, procuratorate, police, justice department or their stations')
        return tooSoon(on, c) ?? {
          holder: { office: c.actor.office ?? officeCode(c.matter.region, 'committee') }, counts: { planned: 1 }, parties: givers.filter(office => office !== c.actor.office).map(office => ({ role: 'giver', office })),
          effects: [...told(c.matter.region, '有法治讲座将在本地举办', 'A law talk is to be held here'), ...givers.filter(office => office !== c.actor.office).map(office => notify({ office }, words('请到场讲解，时间地点见详情', 'Please come and speak; when and where stands in it')))],
        }
      },
    },
    move: { zh: '调整时间', en: 'Move it', from: ['planned'], to: 'planned', basis: [], by: [holder('handler', 'lead', 'committee')], asks: ['day', 'time', 'moved'], then: c => tooSoon(c.input.day ?? '', c) ?? { effects: told(c.matter.region, '法治讲座时间有调整', 'A law talk was moved') } },
    hold: {
      zh: '登记举办情况', en: 'Record it', from: ['planned'], to: 'held', basis: ['17.3'], primary: true, by: [holder('handler', 'lead', 'committee')], asks: ['heldOn', 'came', 'said', 'pictures?'],
      causes: words('人数和内容公开', 'How many came and what was explained is published'),
      then: c => ((c.input.heldOn ?? '') > legalDay(c.now) ? fault('heldOn', '不能晚于今天', 'It can’t be a day to come') : { counts: { held: 1, came: c.input.came ?? 0 } }),
    },
    cancel: { zh: '取消', en: 'Cancel', from: ['planned'], to: 'cancelled', basis: [], by: [holder('handler', 'lead', 'committee')], asks: ['why'], then: c => ({ counts: { cancelled: 1 }, effects: told(c.matter.region, '法治讲座已取消', 'A law talk was cancelled') }) },
    notRecorded: { zh: '逾期未登记，提醒', en: 'Not recorded in time', from: ['planned'], basis: [], by: [theClock], then: c => lateAgain(c.matter, 'notRecorded', '法治讲座已过日期，请登记情况或取消', 'A law talk is past its day: record or cancel it') },
  },
  measures: { planned: words('安排', 'Planned'), held: words('举办', 'Held'), came: words('到场人次', 'Attendances'), cancelled: words('取消', 'Cancelled') },
  rates: { heldRate: { ...words('举办率', 'Held'), of: 'held', among: 'planned' } },
  list: { columns: ['place', 'form', 'givers', 'day', 'came'] },
})
