import { dueAt, endOfLegalDay, legalDay } from '../../../kernel/calendar.ts'
import { holdGrounds } from '../../../kernel/erasure.ts'
import { choice, day, matterRef, region, text } from '../../../kernel/facts.ts'
import { need, procedure } from '../../../kernel/procedure.ts'
import { officeCode } from '../../../kernel/post.ts'
import { faultAt } from '../../../kernel/refusal.ts'
import { countyOf } from '../../../kernel/region.ts'
import { holder, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Subject } from './subject.ts'

const dayInMs = 86_400_000

/**
 * 暂缓删除: what is due to be erased is kept while a lawsuit, an investigation, an audit or a claim needs it, on a stated ground and to a
 * stated day. A hold keeps and shows nothing to anybody who could not see it before.
 */
export const retentionHold = procedure('retention-hold', {
  title: words('暂缓删除', 'Hold on erasure'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts: {
    about: matterRef({ zh: '所涉事项', en: 'Which matter' }),
    area: region({ zh: '所在县（区）', en: 'County', class: 'public', levels: ['city', 'county'] }),
    ground: choice(holdGrounds, { zh: '暂缓理由', en: 'Ground', class: 'public', search: 'exact' }),
    instrument: text({ zh: '依据文书', en: 'Instrument relied on', min: 4, max: 200, hint: words('如立案通知书、调取证据通知书的文号', 'such as the number of a notice of filing or of a request for evidence') }),
    until: day({ zh: '暂缓至', en: 'Holds until', class: 'public' }),
    liftReason: text({ zh: '解除理由', en: 'Why it is lifted', min: 4, max: 300 }),
  },
  heading: 'instrument',
  place: 'area',
  needs: { subject: need<Subject>('subject', c => ({ id: c.facts['about'] ?? null, at: c.now.toISOString() })) },
  records: ['retention-hold', 'retention-hold-end'],
  stages: {
    holding: { zh: '暂缓中', en: 'Holding', settled: true, waits: words('到期自动结束，也可提前解除', 'It ends on its day, or is lifted before') },
    lifted: { zh: '已解除', en: 'Lifted', final: true },
    over: { zh: '已到期', en: 'Over', final: true },
  },
  steps: {
    hold: {
      zh: '暂缓删除', en: 'Hold', opens: 'holding', basis: ['20.2'], by: [post('lead', 'county', 'city')], asks: ['about', 'area', 'ground', 'instrument', 'until'], needs: ['subject'],
      causes: words('到期前，保存期限届满或本人申请均不删除该事项的内容', 'Until then nothing of that matter is erased, neither by time nor at a person’s request'),
      then: c => {
        const { subject } = c.needs
        const { until = '', ground = '' } = c.input
        if (!subject || subject.county !== countyOf(c.matter.region)) return faultAt('about', '本县（区）没有这个事项，或您无权查看', 'There is no such matter in this county, or it is not yours to see')
        const longest = c.law.figure('retention-hold.longest', legalDay(c.now))
        const last = dueAt(c.law.calendar, c.now, { amount: Number(longest.value), unit: 'months' }).last
        if (until < legalDay(c.now) || until > last) return faultAt('until', `须为今日至 ${last} 之间，到期可再次办理`, `It must lie between today and ${last}; it can be done anew then`)
        const days = Math.max(1, Math.round((endOfLegalDay(until).getTime() - endOfLegalDay(legalDay(c.now)).getTime()) / dayInMs))
        return {
          holder: { office: officeCode(c.matter.region, 'lead') }, links: [{ kind: 'holds', matter: subject.id }],
          clocks: [{ clock: 'until', start: { period: { amount: days, unit: 'days' }, source: { kind: 'default', words: words('所定期限', 'The day set'), confirmed: true } }, then: 'end' }],
          effects: [{ do: 'record', register: 'retention-hold', row: { county: c.matter.county, id: c.matter.id, matter: subject.id, ground, until } }],
        }
      },
    },
    lift: {
      zh: '解除', en: 'Lift', from: ['holding'], to: 'lifted', basis: ['20.2'], primary: true, by: [holder('lead'), post('lead', 'county', 'city')], asks: ['liftReason'],
      then: c => ({ effects: [{ do: 'record', register: 'retention-hold-end', row: { county: c.matter.county, id: c.matter.id } }] }),
    },
    end: {
      zh: '到期', en: 'Over', from: ['holding'], to: 'over', basis: ['20.2'], by: [theClock],
      then: c => ({ effects: [{ do: 'record', register: 'retention-hold-end', row: { county: c.matter.county, id: c.matter.id } }] }),
    },
  },
  list: { columns: ['ground', 'until'] },
})

