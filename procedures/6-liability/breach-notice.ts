import { legalDay } from '../../kernel/calendar.ts'
import type { Effect } from '../../kernel/effect.ts'
import { choice, day, office, region, text } from '../../kernel/facts.ts'
import { procedure, within, type Context, type Move, type NoNeeds } from '../../kernel/procedure.ts'
import { holder, theClock, thePlatform } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { groundFacts, groundText } from './grounds.ts'

const isPublic = { class: 'public' } as const

const facts = {
  place: region({ zh: '当事单位所在地', en: 'Place of the unit', ...isPublic, search: 'exact', levels: ['city', 'county', 'township'] }),
  accused: office({ zh: '被通报单位', en: 'Unit criticised', ...isPublic, search: 'exact' }),
  decider: office({ zh: '决定单位', en: 'Decided by', ...isPublic }),
  provision: { ...groundFacts.provision, class: 'public' as const },
  criticism: text({ zh: '通报内容', en: 'What is criticised', ...isPublic, min: 10, max: 2000, lines: 5 }),
  corrects: choice({ yes: { zh: '已责令改正', en: 'Ordered to correct' }, no: { zh: '未责令改正', en: 'Not ordered' } }, { zh: '责令改正', en: 'Order to correct', ...isPublic }),
  withdrawn: text({ zh: '撤下的理由', en: 'Why it was withdrawn', min: 4, max: 500, lines: 2, hint: words('如决定被依法撤销、变更', 'Such as a decision annulled under the law') }),
  on: day({ zh: '生效日期', en: 'Final on', ...isPublic }),
}

type Facts = typeof facts
type Now = Context<Facts, NoNeeds>

/** Its row holds of itself: what is published, until a day or without one. */
const standing = ({ matter, facts: f }: Now, until: string | null): Effect => ({
  do: 'record', register: 'criticism', row: { county: matter.county, matter: matter.id, region: matter.region, accused: f.accused ?? '', since: f.on ?? '', until },
})
const takenDown = (c: Now): Move<Facts, never> => ({ effects: [standing(c, [legalDay(c.now), c.facts.on ?? ''].toSorted().at(-1) ?? null)] })

/** 通报批评（公开）: the notice as everyone may read it, once the time for appeal is over (Art. 50.2). It names a unit; no person, and nothing of how it came to light. */
export const breachNotice = procedure('breach-notice', {
  title: words('通报批评', 'Notice of criticism'),
  since: '2023-02-01',
  basis: ['50.2'],
  facts,
  heading: 'criticism',
  place: 'place',
  records: ['criticism'],
  stages: {
    published: { zh: '公开中', en: 'Published', settled: true, published: true, due: within('breach.published', 'takeDown') },
    ended: { zh: '已撤下', en: 'Taken down', final: true },
  },
  steps: {
    publish: {
      zh: '公开', en: 'Publish', opens: 'published', basis: ['50.2'], by: [thePlatform], asks: ['place', 'accused', 'decider', 'provision', 'criticism', 'corrects', 'on'],
      then: c => ({ holder: { office: c.input.decider ?? '' }, counts: { published: 1 }, effects: [standing(c, null)] }),
    },
    takeDown: { zh: '公开期满', en: 'Its time is over', from: ['published'], to: 'ended', basis: [], by: [theClock], then: takenDown },
    withdraw: {
      zh: '撤下', en: 'Withdraw', from: ['published'], to: 'ended', basis: [], by: [holder('lead')], asks: ['withdrawn'],
      causes: words('立即停止公开，理由记录在案', 'It is no longer published; the reason is kept'),
      then: takenDown,
    },
  },
  documents: {
    notice: {
      zh: '通报', en: 'Notice', basis: ['50.2'], from: ['publish'], uses: ['accused', 'decider', 'provision', 'criticism', 'on'],
      make: c => ({
        issuer: c.office(c.facts.decider ?? ''), title: `关于${c.office(c.facts.accused ?? '')}有关问题的通报`, day: c.facts.on ?? c.day, signed: [{ by: c.office(c.facts.decider ?? ''), how: 'seal' }],
        body: [{ p: `${c.office(c.facts.accused ?? '')}违反${groundText({ ground: 'regulation', provision: c.facts.provision ?? '' })}的规定。依据第五十条第二款，予以通报批评：` }, { p: c.facts.criticism ?? '' }],
      }),
    },
  },
  measures: { published: words('公开通报', 'Published') },
  list: { columns: ['accused', 'provision', 'on'] },
})
