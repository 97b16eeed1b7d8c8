import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, files, matterRef, region, text, whole } from '../../../kernel/facts.ts'
import { need, procedure, within, type Context, type Move } from '../../../kernel/procedure.ts'
import { faultAt, isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, ofGovernment, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Line } from './needs.ts'
import { committeeOf, days, householdCode, householdMember, kinAsked, kinshipFacts, notToKin, ownHousehold, tookPart, tooLongAgo, toCommittee } from './parts.ts'
import { asHousehold, hearingOwed, heardAhead, joined, notTold, speakingFacts } from './speaking.ts'

const outcomes = {
  moved: { zh: '已更正，列入下一期公示', en: 'Corrected; shown with the next posting' },
  left: { zh: '不更正', en: 'Left as it is' },
} as const

const facts = {
  posting: matterRef({ zh: '公示期次', en: 'Which posting', class: 'public' }),
  line: whole({ zh: '第几条', en: 'Which line', class: 'public', min: 1, max: 100_000 }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  reason: text({ zh: '更正理由', en: 'Why it is wrong', min: 4, max: 500, lines: 3 }),
  sheet: files({ zh: '该户签字的申请', en: 'The request the household signed', accept: 'any', max: 2, signed: true }),
  household: householdCode({ zh: '户编码', en: 'Household' }),
  what: text({ zh: '该条事项', en: 'What the line is for', max: 200 }),
  points: whole({ zh: '该条积分', en: 'Points of the line', unit: words('分', 'points') }),
  ...speakingFacts,
  ...kinshipFacts,
  outcome: choice(outcomes, { zh: '结果', en: 'Outcome' }),
  note: text({ zh: '意见', en: 'Opinion', min: 2, max: 300 }),
}

type Facts = typeof facts
type Now = Context<Facts, { line: ReturnType<typeof need<Line>> }>

const toHousehold = (zh: string, en: string): Effect => notify({ party: 'household' }, words(zh, en))

/** The line that is to be moved back, or why it can’t be. */
const posted = ({ needs: { line } }: Pick<Now, 'needs'>): Line | Refusal => {
  if (!line) return faultAt('line', '本村（社区）的公示中没有这一条', 'No posting of this village has such a line')
  return line.state === 'posted' ? line : refuse('not-posted', words('该条没有入账，或者已经冲正', 'The line was never posted, or was moved back already'), { remedy: words('还在公示的，由异议处理', 'While it is shown, an objection does it') })
}

const asked = (c: Now, line: Line): Move<Facts, never> => ({
  holder: { office: committeeOf(c.matter.region) }, set: { household: line.household, what: line.what, points: line.points }, counts: { asked: 1 },
  parties: [...asHousehold(line.members), { role: 'asker', account: c.actor.account }], effects: [toCommittee(c.matter.region, '有住户申请更正积分，请答复', 'A household asks for a correction of points')],
})

/** What takes points from a household is told to it first, and does not reach back beyond what the rules say; what gives them back need not wait. */
const proposed = (c: Now, line: Line): Move<Facts, 'toTell' | 'deciding'> => ({
  to: line.kind === 'deduction' ? 'deciding' : 'toTell', holder: { office: committeeOf(c.matter.region) }, parties: [{ role: 'proposer', account: c.actor.account }, ...asHousehold(line.members)],
  set: { household: line.household, what: line.what, points: line.points, ...(line.kind !== 'deduction' && { speakDays: days(c.law, 'points.statement', c.now) }) },
})

const spoken = (c: Pick<Now, 'matter'>): Move<Facts, never> => ({ effects: [toCommittee(c.matter.region, '该户对拟更正的积分提出意见', 'The household has spoken to the correction')] })

/**
 * 积分更正: a line already posted is moved back with its reason, on the committee’s word or at the household’s request. Where that takes points the household is told first, may speak and
 * be heard; another than who proposed it decides, and the village is shown it with the next posting. What was spent meanwhile stands as owed; nobody falls below zero (Art. 27.3).
 */
export const pointsCorrection = procedure('points-correction', {
  title: words('积分更正', 'Correction of points'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'reason',
  place: 'village',
  records: ['points-reversed'],
  needs: { own: ownHousehold, line: need<Line>('points-line', c => ({ county: c.matter.county, village: c.matter.region, posting: c.facts['posting'] ?? null, line: c.facts['line'] ?? null })) },
  stages: {
    asked: { zh: '该户申请更正', en: 'Asked for by the household', due: within('points.objection-answer', 'remind') },
    toTell: { zh: '待告知该户', en: 'The household is to be told', due: within('points.check', 'remind') },
    told: { zh: '已告知，听取意见', en: 'Told; may speak', due: within('points.statement', 'close') },
    deciding: { zh: '待核对', en: 'To be checked', due: within('points.check', 'remind') },
    reversed: { zh: '已冲正', en: 'Moved back', final: true },
    dropped: { zh: '不更正', en: 'Not corrected', final: true },
  },
  steps: {
    ask: {
      zh: '申请更正', en: 'Ask for a correction', opens: 'asked', basis: ['27.3'], by: [anyResident], asks: ['village', 'posting', 'line', 'reason'], needs: ['line'],
      causes: words('由没有参与记这一条的人核对，结果书面告知', 'Somebody who had no part in the line looks at it, and you are answered in writing'),
      then: c => {
        const line = posted(c)
        if (isRefusal(line)) return line
        return line.members.includes(c.actor.account) ? asked(c, line) : refuse('not-your-household', words('只能申请更正自家的积分', 'A correction is asked for by the household itself'), { remedy: words('先在“我家”申请关联，由村（居）委会确认', 'Ask under “My household” to be linked; the committee confirms it') })
      },
    },
    askFor: {
      zh: '代为申请更正', en: 'Ask on behalf', opens: 'asked', basis: ['27.3'], by: [post('committee', 'village'), post('gridWorker')], asks: ['village', 'posting', 'line', 'reason', 'sheet'], needs: ['line'],
      causes: words('附该户签字的申请；结果书面告知', 'With the request the household signed; it is answered in writing'),
      then: c => {
        const line = posted(c)
        return isRefusal(line) ? line : asked(c, line)
      },
    },
    propose: {
      zh: '提出更正', en: 'Propose a correction', opens: 'toTell', to: ['deciding'], basis: ['27.3'], by: [post('committee', 'village')], asks: ['village', 'posting', 'line', 'reason'], needs: ['line'],
      causes: words('要减分的先打印告知书告知该户，听取意见后由另一人核对；原记录保留，另记一笔冲正，列入下一期公示', 'Where it takes points, print the notice and tell the household first; once it could speak another checks it. The line stays, is moved back by one of its own, and is shown with the next posting'),
      then: c => {
        const line = posted(c)
        if (isRefusal(line)) return line
        const most = days(c.law, 'points.correct-late', c.now)
        if (line.kind !== 'deduction' && tooLongAgo(c.law, 'points.correct-late', line.postedOn ?? '', c.now)) return refuse('too-old', words(`入账已超过 ${most} 天，不能再更正减分`, `It was posted more than ${most} days ago: no points are taken back any more`), { remedy: words('该户自己申请的，随时可以更正', 'The household itself may ask at any time') })
        return proposed(c, line)
      },
    },
    takeUp: {
      zh: '按申请办理更正', en: 'Take the request up', from: ['asked'], to: ['toTell', 'deciding'], basis: ['27.3'], primary: true, by: [post('committee', 'village')], needs: ['line'],
      then: c => {
        const line = posted(c)
        return isRefusal(line) ? line : proposed(c, line)
      },
    },
    tell: {
      zh: '告知该户', en: 'Tell the household', from: ['toTell'], to: 'told', basis: ['27.3'], primary: true, by: [post('committee', 'village')], asks: ['toldHow', 'toldProof?'],
      causes: words('先打印告知书送达该户；自告知起可以陈述，期满才能核对', 'Print the notice and hand it over first; the time to speak begins now, and nothing is decided before it is over'),
      then: c => notTold(c) ?? { effects: [toHousehold('您家已入账的一条积分拟更正，您可以陈述、要求当面听取', 'A line posted to your household may be corrected; you may speak, and ask to be heard')] },
    },
    join: {
      zh: '新关联的家庭成员加入', en: 'A member linked meanwhile joins', from: ['asked', 'toTell', 'told', 'deciding'], basis: ['27.3'], by: [thePlatform], needs: ['line'],
      then: c => joined(c.matter, c.needs.line?.members ?? [], words('您家有一件积分更正正在办理，请查看', 'A correction of your household’s points is under way')),
    },
    state: {
      zh: '陈述意见', en: 'Speak', from: ['told', 'deciding'], basis: ['27.3'], by: [householdMember], asks: ['statement', 'wantsHearing?'],
      causes: words('要求当面听取的，听取后才能核对', 'Asked to be heard, nothing is decided before'), then: spoken,
    },
    stateFor: {
      zh: '代为录入意见', en: 'Enter what they say', from: ['told', 'deciding'], basis: ['27.3'], by: [post('committee', 'village'), post('gridWorker')], asks: ['statement', 'wantsHearing?', 'statementSheet'],
      causes: words('附该户签字的陈述', 'With the paper they signed'), then: spoken,
    },
    hear: {
      zh: '当面听取', en: 'Hear them', from: ['told', 'deciding'], basis: ['27.3'], by: [post('committee', 'village')], asks: ['heardOn', 'heard', 'statementSheet?'],
      then: c => heardAhead(c.input.heardOn, c.now) ?? {},
    },
    close: { zh: '陈述期满', en: 'Time to speak is over', from: ['told'], to: 'deciding', basis: [], by: [theClock], then: c => ({ effects: [toCommittee(c.matter.region, '陈述期满，请核对更正', 'The time to speak is over; please check the correction')] }) },
    confirm: {
      zh: '核对冲正', en: 'Move it back', from: ['deciding'], to: 'reversed', basis: ['27.3'], primary: true, by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note?', ...kinAsked], needs: ['line', 'own'],
      causes: words('已经花掉的部分记为应补，以后得分先抵；列入下一期公示', 'What was spent already stands as owed, and later points go against it; it is shown with the next posting'),
      only: hearingOwed,
      then: c => tookPart(c, ['proposer', 'asker'], words('提出更正的人、参与记这一条的人不能核对（平台规则）', 'Who proposed it, or had a part in the line, can’t check it (a product rule)'))
        ?? notToKin(c.input.kinWith, [c.needs.line?.household ?? ''], c.needs.own?.code) ?? {
          set: { outcome: 'moved' }, counts: { corrected: 1 },
          effects: [
            { do: 'record', register: 'points-reversed', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, posting: c.matter.facts.posting ?? '', line: c.matter.facts.line ?? 0, reason: c.matter.facts.reason ?? '' } },
            toHousehold('您家的一条积分已更正，列入下一期公示', 'A line of your household was corrected, and is shown with the next posting'),
          ],
        },
    },
    refuse: {
      zh: '不更正', en: 'Leave it', from: ['asked', 'toTell', 'told', 'deciding'], to: 'dropped', basis: ['27.3'], by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['note'],
      then: () => ({ set: { outcome: 'left' }, effects: [notify({ party: 'proposer' }, words('积分更正未通过，意见见详情', 'The correction was not made; why stands in it')), toHousehold('积分更正未通过，理由见详情', 'The correction was not made; why stands in it')] }),
    },
    remind: {
      zh: '逾期未办，提醒', en: 'Not done in time', from: ['asked', 'toTell', 'deciding'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [toCommittee(c.matter.region, '积分更正逾期未办', 'A correction of points is late')] }),
    },
  },
  documents: {
    notice: {
      zh: '拟更正积分告知书', en: 'Notice of a correction', basis: ['27.3'], from: ['propose', 'takeUp'], uses: ['village', 'household', 'line', 'what', 'points', 'reason'], may: ['speakDays'], when: ({ facts: f }) => f.speakDays !== undefined,
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: '拟更正积分告知书', to: `户编码 ${c.facts.household ?? ''}`, day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '该户签收', how: 'hand' }],
        body: [
          { p: `你户已入账的公示第 ${c.facts.line ?? 0} 条（${c.facts.what ?? ''}，${c.facts.points ?? 0} 分）拟更正、冲回。理由：${c.facts.reason ?? ''}` },
          { p: `你户可以自收到本告知书起${c.facts.speakDays ?? 0}个工作日内陈述意见，可以要求当面听取；没有手机的，到村（居）委会当面提出。期满后由没有参与的人核对，更正的列入下一期公示。` },
        ],
      }),
    },
    result: {
      zh: '积分更正结果告知书', en: 'What came of it', basis: ['27.3'], from: ['confirm', 'refuse'], uses: ['village', 'household', 'line', 'what', 'points', 'reason', 'outcome'], may: ['statement', 'note'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: '积分更正结果告知书', to: `户编码 ${c.facts.household ?? ''}`, day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '该户签收', how: 'hand' }],
        body: [
          { p: `关于公示第 ${c.facts.line ?? 0} 条（${c.facts.what ?? ''}，${c.facts.points ?? 0} 分）的更正，理由：${c.facts.reason ?? ''}` },
          ...(c.facts.statement === undefined ? [] : [{ p: `你户的陈述：${c.facts.statement}` }]),
          { p: `结果：${outcomes[c.facts.outcome ?? 'left'].zh}。${c.facts.note ?? ''}` },
        ],
      }),
    },
  },
  measures: { asked: words('申请更正', 'Asked for'), corrected: words('更正', 'Corrections') },
  list: { columns: ['village', 'line'] },
})
