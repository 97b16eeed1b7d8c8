import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { need, procedure, within, type Context, type Glance } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ofGovernment, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { ofTownship, toGridWorkers, toTownship, townshipOf } from '../../usual/field-work.ts'
import { changes, facts, type Change, type Row } from './facts.ts'
import { faultsOf, outcomeOf, type Asked, type Ground } from './judge.ts'

const fault: FaultOf<typeof facts> = faultAt

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const needs = {
  ground: need<Ground>('household-ground', c => ({ village: c.facts['village'] ?? c.matter.region, to: c.facts['to'] ?? null, day: legalDay(c.now) })),
}
type Now = Context<typeof facts, typeof needs>

const askedOf = (given: { readonly change?: Change; readonly village?: string; readonly to?: string; readonly old?: string; readonly since?: string; readonly households?: readonly Row[] }): Asked => ({
  change: given.change ?? 'enter', village: textIn(given.village), to: textIn(given.to), old: textIn(given.old), since: textIn(given.since), rows: given.households ?? [],
})

/** A change is a fact that happened: entered afterwards, not too long after. */
const dayFault = (since: string, c: Now): Refusal | undefined => {
  const today = legalDay(c.now)
  const back = Number(c.law.figure('household.back', today).value)
  if (since > today) return fault('since', '变更发生后再登记，不能晚于今天', 'It is entered once it happened: today at the latest')
  return since < daysAfter(today, -back) ? fault('since', `最早可登记 ${back} 天以内的变更（平台规则）`, `At most ${back} days back (a product rule)`) : undefined
}

const unsound = (asked: Asked, c: Now): Refusal | undefined => {
  const faults = faultsOf(asked, c.needs.ground ?? { standing: [], grids: [] })
  return faults.length === 0 ? undefined : faulty(faults.slice(0, 200))
}

const preview = ({ change, village, rows }: Asked, ground: Ground | undefined): string => {
  const stand = ground?.standing.filter(one => one.village === village).length ?? 0
  const after = stand + (change === 'enter' || change === 'split' ? rows.length : change === 'correct' ? 0 : -rows.length)
  return keepWords(words(`涉及 ${rows.length} 户；本村（社区）现有 ${stand} 户，变更后 ${after} 户`, `${rows.length} household(s); the village has ${stand} now and ${after} afterwards`))
}

const twoPeople = ({ matter, actor }: Glance<typeof facts>): Refusal | undefined =>
  (matter.parties.some(one => one.role === 'proposer' && one.account === actor.account)
    ? refuse('two-people', words('提出人不能自己核准（平台规则）', 'Who proposed a change does not approve it (a product rule)'), { remedy: words('请由村（居）委会或乡镇（街道）另一位工作人员核准', 'Ask somebody else of the committee or the township') })
    : undefined)

const proposer = party('proposer', words('提出人', 'who proposed it'))
const toProposer = (zh: string, en: string): Effect => notify({ party: 'proposer' }, words(zh, en))
const township = [ofGovernment('dispatcher', 'township'), ...ofTownship]
const reviewers = [post('committee'), ...township]

/**
 * 户册变更: households are entered (many at once, from a sheet), corrected, split, joined, moved and ended by two people, each change dated. The household is the
 * unit of visits, of points (Art. 27.3) and of many ballots: its code stays, and what it was is kept.
 */
export const householdChange = procedure('household-change', {
  title: words('户册变更', 'Change of households'),
  since: '2023-02-01',
  basis: ['21.2', '27.3'],
  facts,
  heading: 'about',
  place: 'village',
  needs,
  records: ['household-change'],
  stages: {
    proposed: { zh: '待核准', en: 'To approve', due: within('household.review', 'lapse') },
    entered: { zh: '已入册', en: 'Entered', settled: true, due: within('household.undo', 'settle') },
    settled: { zh: '已办结', en: 'Settled', final: true },
    undone: { zh: '已整批撤销', en: 'Undone as a whole', final: true },
    refused: { zh: '未核准', en: 'Refused', final: true },
    lapsed: { zh: '逾期失效', en: 'Lapsed', final: true },
  },
  steps: {
    propose: {
      zh: '提出户册变更', en: 'Propose', opens: 'proposed', basis: ['21.2'], by: [post('gridWorker'), ...reviewers],
      asks: ['change', 'village', { fact: 'to', where: 'change', is: 'move' }, 'old?', 'households', 'since', 'reason'], needs: ['ground'],
      causes: words('由另一人核准后入册；整表先逐格检查，有错不入册；迁村、并户、分户、注销的，原有积分另行结转', 'Entered once another approves; the whole table is checked cell by cell first, and nothing enters while a cell is wrong. What points a household that moves, joins, splits or ends has is carried over apart'),
      then: c => {
        const asked = askedOf(c.input)
        return dayFault(asked.since, c) ?? unsound(asked, c) ?? {
          holder: { office: townshipOf(c.matter.region) }, parties: [{ role: 'proposer', account: c.actor.account }], counts: { proposed: 1 },
          set: { about: `${changes[asked.change].zh.replace(/（.*）/, '')} ${asked.rows.length} 户`, affects: preview(asked, c.needs.ground) },
          effects: [toTownship(c.matter.region, words('有户册变更待核准', 'A change of households awaits approval')), notify({ posts: 'committee', region: c.matter.region }, words('有户册变更待核准', 'A change of households awaits approval'))],
        }
      },
    },
    approve: {
      zh: '核准入册', en: 'Approve', from: ['proposed'], to: 'entered', basis: ['21.2'], primary: true, by: reviewers, asks: ['opinion?'], needs: ['ground'],
      causes: words('自所填日期起入册；原来的门牌、人数和日期保留', 'Entered from its day; what stood before is kept with its days'),
      only: twoPeople,
      then: c => {
        const asked = askedOf(c.matter.facts)
        const refused = unsound(asked, c)
        if (refused) return refuse('household-changed', words('提出后户册已有变化，不能照此入册', 'The register changed since it was proposed'), { remedy: words('请不予核准，由提出人核对后重新提出', 'Refuse it, and have it proposed anew'), ...(refused.faults && { faults: refused.faults }) })
        const { enter, end } = outcomeOf(asked, c.needs.ground ?? { standing: [], grids: [] })
        return {
          counts: { [asked.change]: asked.rows.length },
          effects: [
            { do: 'record', register: 'household-change', row: { county: c.matter.county, since: asked.since, source: c.matter.id, enter, end } },
            toProposer('户册变更已入册', 'Your change of households was entered'),
            ...(end.length > 0 || asked.change === 'move' || asked.change === 'split' ? [notify({ posts: 'committee', region: c.matter.region }, words('有户并户、分户、迁出或注销，原有积分的请办理结转', 'Households joined, split, moved or ended: carry over what points they have'))] : []),
            ...(end.length > 0 || asked.change === 'move' ? toGridWorkers(c.matter.region, words('有户注销或迁村，请核对走访计划', 'Households ended or moved: please look at the plans of visits')) : []),
          ],
        }
      },
    },
    refuse: {
      zh: '不予核准', en: 'Refuse', from: ['proposed'], to: 'refused', basis: ['21.2'], by: reviewers, asks: ['opinion'],
      only: twoPeople,
      then: () => ({ effects: [toProposer('户册变更未核准，意见见详情', 'Your change was refused; the opinion stands in it')] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['proposed'], to: 'refused', basis: ['21.2'], by: [proposer] },
    lapse: {
      zh: '逾期失效', en: 'Lapse', from: ['proposed'], to: 'lapsed', basis: [], by: [theClock],
      then: () => ({ effects: [toProposer('户册变更逾期未核准，已失效，请重新提出', 'Nobody dealt with your change in time: please propose it anew')] }),
    },
    undo: {
      zh: '整批撤销', en: 'Undo as a whole', from: ['entered'], to: 'undone', basis: ['21.2'], by: township, asks: ['opinion'],
      causes: words('这一批登记的户视为未曾登记，编号不再使用；其中有户已另行变更的不能整批撤销', 'The households of this batch count as never entered, their codes are not used again; not where one was changed since'),
      then: c => (c.matter.facts.change === 'enter'
        ? { counts: { undone: 1 }, effects: [{ do: 'record', register: 'household-change', row: { county: c.matter.county, since: legalDay(c.now), source: c.matter.id, undo: true, of: c.matter.facts.households?.length ?? 0 } }, toProposer('这一批登记的户已整批撤销', 'The households you entered were undone as a whole')] }
        : refuse('not-a-batch', words('只有新登记的一批户可以整批撤销', 'Only a batch of new households is undone as a whole'), { remedy: words('其他变更请另提一次户册变更改回', 'Change others back by another change') })),
    },
    settle: { zh: '办结', en: 'Settle', from: ['entered'], to: 'settled', basis: [], by: [theClock] },
  },
  measures: {
    proposed: words('提出', 'Proposed'), enter: words('登记户数', 'Entered'), correct: words('更正户数', 'Corrected'), split: words('分出户数', 'Split off'), join: words('并入户数', 'Joined'), move: words('迁村户数', 'Moved'), end: words('注销户数', 'Ended'), undone: words('整批撤销', 'Undone'),
  },
  list: { columns: ['change', 'village', 'since'] },
  notCovered: [
    { basis: '27.3', why: words('户口登记由公安机关办理，这里只是村（社区）工作用的户册', 'The official registration of households is the police’s; this is the village’s own list') },
    { basis: '27.3', why: words('积分不随户变更自动转移：由两人另行结转（见积分结转）；迁到另一村的，期限内在原村兑换', 'Points do not move by themselves with a household: two people carry them over (`points-carry`); who moved to another village exchanges them where they were given, in time') },
  ],
})
