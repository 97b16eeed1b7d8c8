import { notify } from '../../../kernel/effect.ts'
import { matterRef, region, text, whole } from '../../../kernel/facts.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse } from '../../../kernel/refusal.ts'
import { ofGovernment, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Line } from './needs.ts'
import { kinAsked, kinshipFacts, notToKin, ownHousehold, toCommittee, twoPeople } from './parts.ts'

const facts = {
  posting: matterRef({ zh: '公示期次', en: 'Which posting', class: 'public' }),
  line: whole({ zh: '第几条', en: 'Which line', class: 'public', min: 1, max: 100_000 }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  reason: text({ zh: '更正理由', en: 'Why it is wrong', min: 4, max: 500, lines: 3 }),
  ...kinshipFacts,
  note: text({ zh: '意见', en: 'Opinion', min: 2, max: 300 }),
}

/** 积分更正: a line already posted is moved back with its reason, checked by a second person. What the household spent meanwhile stands as owed; nobody falls below zero (Art. 27.3). */
export const pointsCorrection = procedure('points-correction', {
  title: words('积分更正', 'Correction of points'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'reason',
  place: 'village',
  records: ['points-reversed'],
  needs: { own: ownHousehold, line: need<Line>('points-line', c => ({ county: c.matter.county, village: c.matter.region, posting: c.facts['posting'] ?? null, line: c.facts['line'] ?? null, account: c.actor.account })) },
  stages: {
    proposed: { zh: '待核对', en: 'To be checked', due: within('points.check', 'remind') },
    reversed: { zh: '已冲正', en: 'Moved back', final: true },
    dropped: { zh: '不更正', en: 'Not corrected', final: true },
  },
  steps: {
    propose: {
      zh: '提出更正', en: 'Propose a correction', opens: 'proposed', basis: ['27.3'], by: [post('committee', 'village')], asks: ['village', 'posting', 'line', 'reason'], needs: ['line'],
      causes: words('由另一人核对；原记录保留，另记一笔冲正', 'Another checks it; the line stays, and is moved back by one of its own'),
      then: c => {
        const { line } = c.needs
        if (!line) return faultAt('line', '本村（社区）的公示中没有这一条', 'No posting of this village has such a line')
        if (line.state !== 'posted') return refuse('not-posted', words('该条没有入账，或者已经冲正', 'The line was never posted, or was moved back already'), { remedy: words('还在公示的，由异议处理', 'While it is shown, an objection does it') })
        return { holder: { office: c.actor.office ?? '' }, parties: [{ role: 'proposer', account: c.actor.account }] }
      },
    },
    confirm: {
      zh: '核对冲正', en: 'Move it back', from: ['proposed'], to: 'reversed', basis: ['27.3'], primary: true, by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note?', ...kinAsked], needs: ['line', 'own'],
      causes: words('已经花掉的部分记为应补，以后得分先抵', 'What was spent already stands as owed, and later points go against it'),
      then: c => {
        if (c.matter.parties.some(one => one.role === 'proposer' && one.account === c.actor.account)) return twoPeople('提出更正的人不能核对（平台规则）', 'Who proposed it can’t check it (a product rule)')
        return notToKin(c.input.kinWith, [c.needs.line?.household ?? ''], c.needs.own?.code) ?? {
          counts: { corrected: 1 },
          effects: [{ do: 'record', register: 'points-reversed', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, posting: c.matter.facts.posting ?? '', line: c.matter.facts.line ?? 0, reason: c.matter.facts.reason ?? '' } }],
        }
      },
    },
    refuse: { zh: '不更正', en: 'Leave it', from: ['proposed'], to: 'dropped', basis: [], by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note'], then: () => ({ effects: [notify({ party: 'proposer' }, words('积分更正未通过，意见见详情', 'The correction was not made; why stands in it'))] }) },
    remind: {
      zh: '逾期未核对，提醒', en: 'Not checked in time', from: ['proposed'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [toCommittee(c.matter.region, '积分更正逾期未核对', 'A correction of points was not checked in time')] }),
    },
  },
  measures: { corrected: words('更正', 'Corrections') },
  list: { columns: ['village', 'line'] },
})
