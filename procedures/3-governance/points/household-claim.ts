import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { personName, region, text } from '../../../kernel/facts.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt } from '../../../kernel/refusal.ts'
import { anyResident, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { HouseholdPoints } from './needs.ts'
import { committeeOf, householdCode, noHousehold, toCommittee } from './parts.ts'

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  door: text({ zh: '门牌', en: 'Door', min: 2, max: 80, hint: words('如：三社 12 号、2 号楼 1 单元 302 室', 'Such as: team 3, no. 12') }),
  name: personName({ zh: '姓名', en: 'Name' }),
  household: householdCode({ zh: '户编码', en: 'Household' }),
  reason: text({ zh: '理由', en: 'Why', min: 2, max: 300 }),
}

/** 关联我家: a resident says which household they belong to, and the committee, which knows them, confirms it against the roll. It opens that household’s points to them (Art. 27.3). */
export const householdClaim = procedure('household-claim', {
  title: words('关联我家', 'Link to a household'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'door',
  place: 'village',
  records: ['household-person'],
  needs: {
    /** What goes on about the household’s points: whoever is linked to it takes part from then on. */
    underWay: need<readonly string[]>('points-under-way', c => ({ county: c.matter.county, village: c.matter.region, household: c.facts['household'] ?? null })),
    household: need<HouseholdPoints>('points-household', c => ({ county: c.matter.county, village: c.matter.region, household: c.facts['household'] ?? null, account: c.actor.account })),
  },
  stages: {
    asked: { zh: '待确认', en: 'To be confirmed', due: within('points.check', 'remind') },
    linked: { zh: '已关联', en: 'Linked', final: true },
    refused: { zh: '未确认', en: 'Not confirmed', final: true },
  },
  steps: {
    ask: {
      zh: '申请关联', en: 'Ask to be linked', opens: 'asked', basis: ['27.3'], by: [anyResident], asks: ['village', 'door', 'name'],
      causes: words('村（居）委会核对后，您可以查看自家积分、提出异议、申请兑换', 'Once the committee has confirmed it you see your household’s points, object and ask for rewards'),
      then: c => (c.input.village !== c.actor.region ? faultAt('village', '请关联自己居住的村（社区）的户', 'Link to a household where you live') : {
        holder: { office: committeeOf(c.matter.region) }, parties: [{ role: 'applicant', account: c.actor.account }], effects: [toCommittee(c.matter.region, '有居民申请关联到户，请确认', 'A resident asks to be linked to a household')],
      }),
    },
    confirm: {
      zh: '确认', en: 'Confirm', from: ['asked'], to: 'linked', basis: ['27.3'], primary: true, by: [post('committee', 'village')], asks: ['household', 'name'], needs: ['household', 'underWay'],
      causes: words('姓名须与名册上该户的一人相同；此前的关联由本次代替', 'The name must be that of somebody on the household’s roll; any link before gives way to this one'),
      then: c => (c.needs.household?.known ? {
        links: (c.needs.underWay ?? []).map(matter => ({ kind: 'joins', matter })),
        effects: [
          { do: 'record', register: 'household-person', row: { county: c.matter.county, village: c.matter.region, household: c.input.household ?? '', name: c.input.name ?? '', account: c.matter.parties.find(one => one.role === 'applicant')?.account ?? '', on: legalDay(c.now) } },
          { do: 'tell', link: 'joins', step: 'join', input: {} },
          notify({ party: 'applicant' }, words('已关联到您家，可以查看积分', 'You are linked to your household, and see its points')),
        ],
      } : faultAt('household', noHousehold.zh, noHousehold.en)),
    },
    refuse: { zh: '不予确认', en: 'Do not confirm', from: ['asked'], to: 'refused', basis: [], by: [post('committee', 'village')], asks: ['reason'], then: () => ({ effects: [notify({ party: 'applicant' }, words('关联申请未确认，理由见详情', 'The link was not confirmed; why stands in it'))] }) },
    remind: {
      zh: '逾期未确认，提醒', en: 'Not confirmed in time', from: ['asked'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [toCommittee(c.matter.region, '关联申请逾期未确认', 'A link to a household was not confirmed in time')] }),
    },
  },
  list: { columns: ['village'] },
})
