import { notify, type Effect } from '../../../kernel/effect.ts'
import { office, region, text } from '../../../kernel/facts.ts'
import { kindOfOffice, regionOfOffice } from '../../../kernel/post.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { procedure, within } from '../../../kernel/procedure.ts'
import { faultAt } from '../../../kernel/refusal.ts'
import { isWithin } from '../../../kernel/region.ts'
import { holder, officeIn, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { isPolice } from './police.ts'

/** Who takes what is found in a dispute and is not for mediation. */
const takers: readonly string[] = ['police-station', 'public-security', 'court', 'procuratorate', 'petitions', 'justice-office', 'justice']

const facts = {
  headline: text({ zh: '概要', en: 'What it is about', min: 4, max: 100, hint: words('一句话，不写姓名', 'One line, no names') }),
  place: region({ zh: '地点', en: 'Where', class: 'public', search: 'exact', levels: ['township', 'village', 'grid'] }),
  to: office({ zh: '移交至', en: 'To', class: 'public', search: 'exact' }),
  from: office({ zh: '移交单位', en: 'From', class: 'public' }),
  content: text({ zh: '移交内容', en: 'What is handed over', class: 'sensitive', min: 4, max: 2000, lines: 4 }),
  receipt: text({ zh: '签收编号', en: 'Their number', max: 80 }),
  whyBack: text({ zh: '退回理由', en: 'Why it comes back', min: 4, max: 500, lines: 2 }),
  reply: text({ zh: '答复', en: 'Answer', class: 'sensitive', min: 4, max: 2000, lines: 3 }),
}

const sender = officeIn('sender', words('移交单位', 'who handed it over'))
type Handoff = Matter<typeof facts>
const toSender = ({ facts: { from } }: Handoff, zh: string, en: string): Effect => notify({ office: from ?? '' }, words(zh, en))

/** What the police did with a warning stands in the dispute as well: nobody mediates what they were only sent. */
const ofPolice = ({ holder: held }: Handoff, step: 'policeTook' | 'policeGaveBack'): readonly Effect[] => (isPolice(held?.office) ? [{ do: 'tell', link: 'handoff', step, input: {} }] : [])

/** 纠纷移送: what is for police, court, procuratorate or petitions goes to them with receipt, and its answer comes back in time (Art. 28.2–28.4, 29.1). */
export const disputeHandoff = procedure('dispute-handoff', {
  title: words('纠纷移送', 'Hand-over of a dispute'),
  since: '2023-02-01',
  basis: ['28.2', '28.3', '28.4', '29.1'],
  facts,
  heading: 'headline',
  place: 'place',
  stages: {
    sent: { zh: '待签收', en: 'To be signed for', due: within('handoff.receipt', 'urge') },
    received: { zh: '办理中，待答复', en: 'To be answered', due: within('handoff.answer', 'urge') },
    returned: { zh: '已退回', en: 'Came back', due: within('handoff.receipt', 'drop') },
    answered: { zh: '已答复', en: 'Answered', final: true },
    dropped: { zh: '未移送成功', en: 'Not handed over', final: true },
  },
  steps: {
    send: {
      zh: '移送', en: 'Hand over', opens: 'sent', basis: ['28.2'], by: [post('dispatcher'), post('mediator'), post('handler'), post('lead'), post('committee'), post('gridWorker'), post('hotline')], asks: ['headline', 'place', 'to', 'content'],
      then: c => {
        const { to = '' } = c.input
        if (!takers.includes(kindOfOffice(to)) || !isWithin(c.matter.region, regionOfOffice(to))) return faultAt('to', '请选择管辖此地的公安、法院、检察、信访或者司法行政机构', 'Police, court, procuratorate, petitions or justice office of this place')
        return { holder: { office: to }, set: { from: c.actor.office ?? '' }, parties: [{ role: 'sender', office: c.actor.office ?? '' }], counts: { sent: 1 }, effects: [notify({ office: to }, words('有纠纷移送，请签收', 'A dispute was handed over to you; please sign for it'))] }
      },
    },
    receive: { zh: '签收', en: 'Sign for it', from: ['sent'], to: 'received', basis: ['28.2'], primary: true, by: [holder()], asks: ['receipt?'], then: c => ({ effects: [...ofPolice(c.matter, 'policeTook'), toSender(c.matter, '移送的纠纷已签收', 'What you handed over was signed for')] }) },
    giveBack: {
      zh: '退回', en: 'Give it back', from: ['sent', 'received'], to: 'returned', basis: ['29.1'], by: [holder()], asks: ['whyBack'],
      then: c => ({ holder: { office: c.matter.facts.from ?? '' }, effects: [...ofPolice(c.matter, 'policeGaveBack'), toSender(c.matter, '移送的纠纷被退回，理由见详情', 'What you handed over came back; why stands in it')] }),
    },
    sendElsewhere: {
      zh: '另行移送', en: 'Hand it to another', from: ['returned'], to: 'sent', basis: ['29.1'], primary: true, by: [sender], asks: ['to'],
      then: c => (!takers.includes(kindOfOffice(c.input.to ?? '')) || !isWithin(c.matter.region, regionOfOffice(c.input.to ?? '')) ? faultAt('to', '请选择管辖此地的机构', 'A body of this place')
        : { holder: { office: c.input.to ?? '' }, effects: [notify({ office: c.input.to ?? '' }, words('有纠纷移送，请签收', 'A dispute was handed over to you; please sign for it'))] }),
    },
    drop: { zh: '逾期没有另行移送', en: 'Not handed to another', from: ['returned'], to: 'dropped', basis: [], by: [theClock], then: c => ({ effects: [toSender(c.matter, '退回的移送已结束', 'What came back is over')] }) },
    answer: { zh: '答复', en: 'Answer', from: ['received'], to: 'answered', basis: ['28.2'], primary: true, by: [holder()], asks: ['reply'], then: c => ({ counts: { answered: 1 }, effects: [toSender(c.matter, '移送的纠纷已有答复', 'There is an answer to what you handed over')] }) },
    urge: {
      zh: '逾期提醒', en: 'Late', from: ['sent', 'received'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'urge' }], effects: [...(c.matter.holder ? [notify({ office: c.matter.holder.office }, words('移送的纠纷逾期', 'What was handed over to you is late'))] : []), toSender(c.matter, '移送的纠纷逾期未签收或者答复', 'What you handed over is late')] }),
    },
  },
  measures: { sent: words('移送', 'Handed over'), answered: words('答复', 'Answered') },
  list: { columns: ['to', 'place'] },
})
