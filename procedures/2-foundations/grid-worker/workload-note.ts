import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, region, rows, text, whole } from '../../../kernel/facts.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { ancestor, countyOf } from '../../../kernel/region.ts'
import { holder, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { escalationFacts, escalationStep, toTownship, townshipOf } from '../../usual/field-work.ts'

/** What one worker did in the last seven days, as records have it: by procedure, how often. Their own, asked for by themselves. */
export type OwnWeek = { readonly from: string; readonly to: string; readonly done: readonly { readonly procedure: string; readonly name: string; readonly count: number }[]; readonly waiting: number }

const measures = {
  fewer: { zh: '减少或合并任务', en: 'Less to do' },
  hands: { zh: '增加人手', en: 'More hands' },
  later: { zh: '调整时间和间隔', en: 'Other times and intervals' },
  explained: { zh: '说明情况', en: 'Explained' },
} as const

const facts = {
  place: region({ zh: '村（社区）或网格', en: 'Village or grid', class: 'public', search: 'exact' }),
  about: text({ zh: '事由', en: 'About', max: 40 }),
  what: text({ zh: '哪里太多', en: 'What is too much', class: 'sensitive', min: 4, max: 1000, lines: 4 }),
  waiting: whole({ zh: '手头待办', en: 'Waiting now', unit: words('件', 'matters') }),
  week: rows({ name: text({ zh: '做了什么', en: 'What was done', max: 60 }), count: whole({ zh: '次数', en: 'How often' }) }, { zh: '近七天的办理记录', en: 'The last seven days, from records', class: 'sensitive', min: 0, max: 60 }),
  measure: choice(measures, { zh: '怎么办', en: 'What is done about it' }),
  answer: text({ zh: '答复', en: 'Answer', min: 4, max: 1000, lines: 3 }),
  still: text({ zh: '为什么还是太多', en: 'Why it is still too much', class: 'sensitive', min: 4, max: 500, lines: 2 }),
  ...escalationFacts,
}

const sayer = party('reporter', words('网格员本人', 'the worker'))
const toWorker = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))

/**
 * 工作量反映: a grid worker says “too much”, and the township answers in time (Art. 21.2: of moderate size, easy to manage). The figures are filled in from
 * records, the worker’s own; they serve this alone, and rank and rate nobody.
 */
export const workloadNote = procedure('workload-note', {
  title: words('工作量反映', 'Note on the workload'),
  since: '2023-02-01',
  basis: ['21.2'],
  facts,
  heading: 'about',
  place: 'place',
  needs: { own: need<OwnWeek>('own-week', c => ({ account: c.actor.account, county: c.matter.county, region: c.actor.region, at: c.now.toISOString() })) },
  stages: {
    said: { zh: '待乡镇（街道）答复', en: 'For the township to answer', due: within('workload-note.answer', 'escalate') },
    raised: { zh: '待县（区）答复', en: 'For the county to answer', due: within('workload-note.answer', 'escalate') },
    answered: { zh: '已答复', en: 'Answered', settled: true, due: within('grid-appointment.answer', 'settle') },
    closed: { zh: '已办结', en: 'Closed', final: true },
  },
  steps: {
    say: {
      zh: '反映工作量太大', en: 'Say it is too much', opens: 'said', basis: ['21.2'], by: [post('gridWorker')], asks: ['place', 'what'], needs: ['own'],
      causes: words('近七天的办理记录自动附上，只给答复的人看；不影响补贴和评价', 'Your own records of seven days go along, for who answers alone; neither pay nor rating is touched'),
      then: c => ({
        holder: { office: townshipOf(c.matter.region) }, counts: { said: 1 }, parties: [{ role: 'reporter', account: c.actor.account }],
        set: { about: '工作量太大', waiting: c.needs.own?.waiting ?? 0, week: (c.needs.own?.done ?? []).map(({ name, count }) => ({ name, count })) },
        effects: [toTownship(c.matter.region, words('网格员反映工作量太大，请按时答复', 'A grid worker says it is too much; please answer in time')), notify({ posts: 'lead', region: ancestor(c.matter.region, 'township') ?? c.matter.region }, words('网格员反映工作量太大', 'A grid worker says it is too much'))],
      }),
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['said', 'raised'], to: 'answered', basis: ['21.2'], primary: true, by: [holder('handler', 'lead', 'dispatcher')], asks: ['measure', 'answer'],
      then: () => ({ counts: { answered: 1 }, effects: [toWorker('工作量反映已有答复', 'Your note was answered')] }),
    },
    accept: { zh: '可以', en: 'That will do', from: ['answered'], to: 'closed', basis: [], primary: true, by: [sayer] },
    stillTooMuch: {
      zh: '还是太多', en: 'Still too much', from: ['answered'], to: 'raised', basis: ['21.1'], by: [sayer], asks: ['still'],
      causes: words('由县（区）答复', 'The county answers'),
      then: c => {
        const office = officeCode(countyOf(c.matter.region), 'centre')
        return { holder: { office }, counts: { raised: 1 }, effects: [notify({ office }, words('网格员认为工作量仍太大，请答复', 'A grid worker finds it still too much: please answer'))] }
      },
    },
    settle: { zh: '无异议，办结', en: 'Closed', from: ['answered'], to: 'closed', basis: [], by: [theClock] },
    takeBack: { zh: '撤回', en: 'Take it back', from: ['said', 'raised'], to: 'closed', basis: [], by: [sayer] },
    escalate: escalationStep,
  },
  measures: { said: words('反映', 'Said'), answered: words('答复', 'Answered'), raised: words('报县（区）', 'Raised to the county') },
  list: { columns: ['place'] },
  notCovered: [{ basis: '21.2', why: words('不统计、不比较个人在线、签到和处理数量', 'Nobody’s time online, check-ins or number of matters are counted or compared') }],
})
