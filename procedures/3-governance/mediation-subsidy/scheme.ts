import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { choice, day, region, rows, text, whole, yesNo } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { kindOfOffice, officeCode, type Actor } from '../../../kernel/post.ts'
import { procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { classes } from './classes.ts'

const amountColumns = {
  class: choice(classes, { zh: '类别', en: 'Class', class: 'public' }),
  fen: whole({ zh: '每案（分）', en: 'A case, fen', class: 'public', min: 1, max: 10_000_000 }),
}

const facts = {
  county: region({ zh: '县（区）', en: 'County', class: 'public', levels: ['county'], search: 'exact' }),
  title: text({ zh: '办法名称', en: 'Name of the rule', class: 'public', min: 4, max: 120, search: 'words' }),
  instrument: text({ zh: '文号', en: 'Instrument', class: 'public', min: 4, max: 80 }),
  amounts: rows(amountColumns, { zh: '标准', en: 'Amounts', class: 'public', max: 4 }),
  performance: yesNo({ zh: '须已履行', en: 'Only once performed', class: 'public' }),
  staffBarred: yesNo({ zh: '国家工作人员不领取', en: 'Staff of the government are not paid', class: 'public' }),
  since: day({ zh: '施行日期', en: 'In force from', class: 'public' }),
  reason: text({ zh: '意见', en: 'Opinion', class: 'public', min: 2, max: 300 }),
}

const fault: FaultOf<typeof facts> = faultAt

/** The rule is drafted by the justice department and agreed to by finance, which pays it. */
export const ofTheJustice = ({ actor }: { readonly actor: Actor }): Refusal | undefined =>
  (kindOfOffice(actor.office ?? '') === 'justice' ? undefined : refuse('for-justice', words('由县（区）司法行政部门办理', 'This is for the county justice department'), { basis: ['30.3'] }))
export const ofFinance = ({ actor }: { readonly actor: Actor }): Refusal | undefined =>
  (kindOfOffice(actor.office ?? '') === 'finance' ? undefined : refuse('for-finance', words('由县（区）财政部门办理', 'This is for the county finance department'), { basis: ['30.3'] }))

const tellFinance = ({ region }: Pick<Matter, 'region'>) => notify({ office: officeCode(region, 'finance') }, words('有调解补贴办法待会签', 'A rule on subsidies of mediation awaits you'))

/** 调解案件补贴办法: how much a case that ends in agreement is paid, kept as data (Art. 30.3). */
export const mediationSubsidyScheme = procedure('mediation-subsidy-scheme', {
  title: words('人民调解案件补贴办法', 'Rule on subsidies of mediation'),
  since: '2023-02-01',
  basis: ['30.3'],
  facts,
  heading: 'title',
  place: 'county',
  records: ['mediation-subsidy-scheme'],
  stages: {
    drafted: { zh: '待财政会签', en: 'For finance to agree', due: within('subsidy.review', 'remind') },
    inForce: { zh: '施行中', en: 'In force', settled: true, published: true, waits: words('到废止为止', 'Until it is ended') },
    over: { zh: '已废止', en: 'Ended', final: true },
    refused: { zh: '未通过', en: 'Not adopted', final: true },
  },
  steps: {
    draft: {
      zh: '起草', en: 'Draft', opens: 'drafted', basis: ['30.3'], by: [post('handler', 'county'), post('lead', 'county')], asks: ['county', 'title', 'instrument', 'amounts', 'performance', 'staffBarred', 'since'], only: ofTheJustice,
      then: c => {
        if (c.input.county !== c.actor.region) return fault('county', '只能起草本县（区）的办法', 'For one’s own county')
        if ((c.input.since ?? '') < legalDay(c.now)) return fault('since', '不能早于今天', 'It can’t be a day that is past')
        const amounts = c.input.amounts ?? []
        const twice = amounts.findIndex((one, at) => amounts.findIndex(other => other.class === one.class) < at)
        return twice >= 0 ? faulty([{ fact: 'amounts', row: twice, column: 'class', why: words('同一类别只填一次', 'Each class once') }]) : { holder: { office: officeCode(c.matter.region, 'finance') }, effects: [tellFinance(c.matter)] }
      },
    },
    adopt: {
      zh: '会签施行', en: 'Agree and adopt', from: ['drafted'], to: 'inForce', basis: ['30.3'], primary: true, by: [post('handler', 'county'), post('lead', 'county')], asks: ['reason?'], only: ofFinance,
      then: c => {
        const { title = '', amounts = [], performance = false, staffBarred = false, since: wished = '' } = c.matter.facts
        const since = [wished, legalDay(c.now)].toSorted().at(-1) ?? wished
        return { set: { since }, effects: [{ do: 'record', register: 'mediation-subsidy-scheme', row: { do: 'adopt', county: c.matter.county, matter: c.matter.id, title, amounts: Object.fromEntries(amounts.map(one => [one.class ?? '', one.fen ?? 0])), performance, staffBarred, since } }] }
      },
    },
    refuse: { zh: '不同意', en: 'Do not agree', from: ['drafted'], to: 'refused', basis: ['30.3'], by: [post('handler', 'county'), post('lead', 'county')], asks: ['reason'], only: ofFinance },
    remind: { zh: '逾期未会签，提醒', en: 'Not agreed in time', from: ['drafted'], basis: [], by: [theClock], then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [tellFinance(c.matter)] }) },
    end: { zh: '废止', en: 'End it', from: ['inForce'], to: 'over', basis: ['30.3'], by: [post('handler', 'county'), post('lead', 'county')], asks: ['reason'], only: ofTheJustice, then: c => ({ effects: [{ do: 'record', register: 'mediation-subsidy-scheme', row: { do: 'end', county: c.matter.county, matter: c.matter.id, until: legalDay(c.now) } }] }) },
  },
  list: { columns: ['county', 'since'] },
})
