import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { choice, files, region, text, whole } from '../../../kernel/facts.ts'
import type { Move } from '../../../kernel/procedure.ts'
import { need, procedure, within, type Context } from '../../../kernel/procedure.ts'
import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor, levelOf } from '../../../kernel/region.ts'
import { anyPost, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { awards, linesOf } from './award-lines.ts'
import type { Awarding } from './needs.ts'
import { committeeOf, kinAsked, kinshipFacts, notToKin, ownHousehold, supervisors, toCommittee } from './parts.ts'

const others = {
  supervisors: { zh: '村（居）务监督委员会', en: 'The supervisory committee' },
  neighbour: { zh: '邻村', en: 'A neighbouring village' },
} as const

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'], search: 'exact' }),
  title: text({ zh: '记分名目', en: 'What it is about', class: 'public', min: 2, max: 80, search: 'words', hint: words('如：11 月环境卫生评比', 'Such as: clean courtyards, November') }),
  awards,
  ...kinshipFacts,
  photos: files({ zh: '照片、签字材料', en: 'Photos, signed papers', accept: 'any', max: 6 }),
  askedTo: choice(others, { zh: '提请谁评分', en: 'Who is asked to score', class: 'public' }),
  askedWhy: text({ zh: '提请理由', en: 'Why', class: 'public', min: 4, max: 300, hint: words('如：评分人与各户都有亲属关系', 'Such as: all who score are kin to all concerned') }),
  points: whole({ zh: '合计', en: 'In all', class: 'public', unit: words('分', 'points') }),
  reason: text({ zh: '撤销理由', en: 'Why it is taken back', min: 2, max: 300 }),
}

type Facts = typeof facts
type Now = Context<Facts, { awarding: ReturnType<typeof need<Awarding>>; own: typeof ownHousehold }>

const scorer = party('scorer', words('评分人', 'who scored'))

const scored = (c: Now, asked: boolean): Move<Facts, 'recorded'> | Refusal => {
  const { awards: list = [], kinWith, photos = [] } = c.input
  const lines = notToKin(kinWith, list.map(one => one.household ?? ''), c.needs.own?.code) ?? linesOf(c.needs.awarding, list, { law: c.law, now: c.now, actor: c.actor, photos: photos.length, asked })
  if (isRefusal(lines)) return lines
  const points = lines.reduce((sum, one) => sum + Number(one['points']), 0)
  return {
    holder: { office: committeeOf(c.matter.region) }, parties: [{ role: 'scorer', account: c.actor.account }], set: { points }, counts: { recorded: lines.length, points },
    effects: [{ do: 'record', register: 'points-award', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, scorer: c.actor.account, lines } }],
  }
}

/**
 * 记分: points given to households for what the scheme names, line by line, each with the version in force on its day and its evidence (Art. 27.3). It stands pending until it
 * was shown to the village; a table for a whole village meeting, or one line from a phone, is the same. Who is kin to a household leaves it to others.
 */
export const pointsAward = procedure('points-award', {
  title: words('积分记分', 'Points given'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'title',
  place: 'village',
  records: ['points-award', 'points-void'],
  needs: {
    own: ownHousehold,
    awarding: need<Awarding>('points-awarding', c => ({
      county: c.matter.county, village: c.matter.region, today: legalDay(c.now),
      rows: Array.isArray(c.facts['awards']) ? (c.facts['awards'] as readonly { readonly household?: string; readonly day?: string }[]).map(({ household = '', day = '' }) => ({ household, day })) : [],
    })),
  },
  stages: {
    asked: { zh: '待他人评分', en: 'Others are to score', published: true, due: within('points.check', 'remindAsked') },
    recorded: { zh: '待公示', en: 'To be shown', due: within('points.publish-by', 'remind') },
    shown: { zh: '公示中', en: 'Shown to the village', settled: true, waits: words('到公示期满为止', 'Until the time for objections is over') },
    settled: { zh: '公示期满', en: 'Shown in full', final: true },
    takenBack: { zh: '已撤销', en: 'Taken back', final: true },
  },
  steps: {
    record: {
      zh: '记分', en: 'Give points', opens: 'recorded', basis: ['27.3'], by: [post('committee', 'village'), post('gridWorker')], asks: ['village', 'title', 'awards', ...kinAsked, 'photos?'], needs: ['awarding', 'own'],
      causes: words('公示期满没有异议的入账', 'It is posted once it was shown and nobody objected'),
      then: c => scored(c, false),
    },
    ask: {
      zh: '提请他人评分', en: 'Ask others to score', opens: 'asked', basis: [], by: [post('committee', 'village')], asks: ['village', 'title', 'askedTo', 'askedWhy'],
      causes: words('评分人与各户都有亲属关系的，由村（居）务监督委员会或者邻村评分、计票', 'Where all are kin, the supervisory committee or a neighbouring village scores and counts'),
      then: c => {
        return {
          holder: { office: c.actor.office ?? '' },
          ...(c.input.askedTo === 'supervisors' && { parties: [{ role: 'supervisor', office: `${c.matter.region}/supervisory` }], effects: [notify({ office: `${c.matter.region}/supervisory` }, words('本村提请监督委员会评分', 'Your village asks the supervisory committee to score'))] }),
        }
      },
    },
    score: {
      zh: '评分', en: 'Score', from: ['asked'], to: 'recorded', basis: ['27.3'], primary: true, by: [supervisors, anyPost('committee')], asks: ['awards', ...kinAsked, 'photos?'], needs: ['awarding', 'own'],
      only: ({ matter, actor }) => {
        const neighbour = actor.kind === 'committee' && actor.region !== matter.region && levelOf(actor.region) === 'village' && ancestor(actor.region, 'township') === ancestor(matter.region, 'township')
        const right = matter.facts.askedTo === 'supervisors' ? actor.kind === 'handler' : neighbour
        return right ? undefined : refuse('not-asked', words(`本次提请${matter.facts.askedTo === 'supervisors' ? '村（居）务监督委员会' : '同一乡镇（街道）的邻村'}评分`, `${others[matter.facts.askedTo ?? 'neighbour'].en} was asked to score this`), { remedy: words('由所提请的一方评分', 'Leave it to them') })
      },
      then: c => scored(c, true),
    },
    takeBack: {
      zh: '撤销', en: 'Take it back', from: ['recorded'], to: 'takenBack', basis: [], by: [scorer, post('committee', 'village')], asks: ['reason'],
      causes: words('公示前可以撤销重记；公示后的由异议或更正处理', 'Before it is shown it can be taken back and given anew; later, by an objection or a correction'),
      then: c => ({ effects: [{ do: 'record', register: 'points-void', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, reason: c.input.reason ?? '' } }] }),
    },
    cancel: { zh: '不再提请', en: 'Ask no more', from: ['asked'], to: 'takenBack', basis: [], by: [post('committee', 'village')], asks: ['reason'] },
    show: { zh: '列入公示', en: 'Shown to the village', from: ['recorded'], to: 'shown', basis: ['27.3'], by: [thePlatform] },
    settle: { zh: '公示期满', en: 'Shown in full', from: ['shown'], to: 'settled', basis: ['27.3'], by: [thePlatform] },
    remind: {
      zh: '逾期未公示，提醒', en: 'Not shown in time', from: ['recorded'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [toCommittee(c.matter.region, '记分逾期未公示', 'Points given were not shown in time')] }),
    },
    remindAsked: {
      zh: '逾期未评分，提醒', en: 'Not scored in time', from: ['asked'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remindAsked' }], effects: [toCommittee(c.matter.region, '提请他人评分逾期未办', 'Those asked to score did not in time')] }),
    },
  },
  measures: { recorded: words('记分条数', 'Lines of points'), points: words('记分', 'Points given') },
  list: { columns: ['village', 'points'] },
})
