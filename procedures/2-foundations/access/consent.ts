import { endOfLegalDay, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { ValuesOf } from '../../../kernel/fact.ts'
import { choice, day, files, matterRef, region, text, yesNo } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type ClockChange } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal, type FaultOf } from '../../../kernel/refusal.ts'
import { ancestor } from '../../../kernel/region.ts'
import { anyResident, holder, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { attests, guardianFacts } from './guardian.ts'
import { isSensitive, purposes } from './purposes.ts'
import type { Subject } from './subject.ts'

const facts = {
  purpose: choice(purposes, { zh: '同意的用途', en: 'What is agreed to', class: 'public', search: 'exact' }),
  scope: text({ zh: '具体内容', en: 'What exactly', min: 4, max: 500, lines: 3, hint: words('用哪些信息、给谁、做什么', 'Which data, for whom, to do what') }),
  village: region({ zh: '所在村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  ...guardianFacts,
  separate: yesNo({ zh: '我已知晓涉及敏感个人信息，单独同意此项用途', en: 'I know that sensitive data is concerned and agree to this use by itself' }),
  about: matterRef({ zh: '为哪件事项', en: 'For which matter' }),
  sheet: files({ zh: '签字的同意书照片', en: 'Photo of the signed sheet', class: 'sensitive', max: 3 }),
  onPaper: yesNo({ zh: '书面同意', en: 'On paper', class: 'public' }),
  until: day({ zh: '有效至', en: 'Holds until', class: 'public' }),
  withdrawReason: text({ zh: '撤回说明', en: 'Said on withdrawing', max: 300 }),
}

type Given = Pick<ValuesOf<typeof facts>, 'purpose' | 'separate' | 'until' | 'whose' | 'about'>
type Now = { readonly facts: Given; readonly now: Date; readonly matter: Matter<typeof facts>; readonly needs: { readonly subject?: Subject } }

const giver = party('reporter', words('同意人', 'who gave it'))
const committeeOf = (region: string): string => officeCode(ancestor(region, 'village') ?? region, 'committee')

/** Consent that the law does not take for one: not given by itself where it must be, already over, or for a matter that is not there. */
const unfit = ({ facts: f, now, matter, needs }: Now): Refusal | undefined => {
  if (isSensitive(f.purpose) && f.separate !== true) {
    return refuse('separate-consent', words('涉及敏感个人信息，须单独同意（个人信息保护法第二十九条）', 'Sensitive data needs consent by itself (Personal Information Protection Law, Art. 29)'), {
      remedy: words('请逐项说明用途，由本人单独勾选同意', 'Say what it is for, and agree to it by itself'),
    })
  }
  if (f.until !== undefined && f.until < legalDay(now)) return fault('until', '有效期已过', 'That day is over')
  return f.about !== undefined && needs.subject?.county !== matter.county ? fault('about', '本县（区）没有这个事项，或您无权查看', 'There is no such matter in this county, or it is not yours to see') : undefined
}

const fault: FaultOf<typeof facts> = faultAt

const dayInMs = 86_400_000

/** The clock closes the matter some time after the last day; the register itself knows the day. */
const ends = ({ facts: { until }, now }: Now): readonly ClockChange[] =>
  until === undefined ? [] : [{
    clock: 'until', then: 'end',
    start: { period: { amount: Math.max(1, Math.round((endOfLegalDay(until).getTime() - now.getTime()) / dayInMs)), unit: 'days' }, source: { kind: 'default', words: words('所定有效期', 'The day set'), confirmed: true } },
  }]

const entered = ({ facts: f, matter }: Now, account: string | undefined): Effect =>
  ({ do: 'record', register: 'consent', row: { county: matter.county, id: matter.id, account: account ?? null, about: f.about ?? null, purpose: f.purpose ?? '', child: f.whose === 'child', until: f.until ?? null } })

const giverOf = (matter: Matter<typeof facts>): string | undefined => matter.parties.find(one => one.role === 'reporter')?.account

const gone = (matter: Matter<typeof facts>): Effect => ({ do: 'record', register: 'consent-end', row: { county: matter.county, id: matter.id } })

/**
 * 同意: what a person agrees to, for what, how and until when; withdrawn at any time, with effect from then (Personal Information Protection
 * Law 13–16, 29, 31). What an office must do anyway needs no consent, and none is asked for.
 */
export const consent = procedure('consent', {
  title: words('个人信息处理同意', 'Consent'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts,
  heading: 'scope',
  place: 'village',
  needs: { subject: need<Subject>('subject', c => ({ id: c.facts['about'] ?? null, at: c.now.toISOString() })) },
  records: ['consent', 'consent-end'],
  stages: {
    attesting: { zh: '待核实监护人', en: 'Guardian to be attested', due: within('consent.attest', 'lapse') },
    given: { zh: '已同意', en: 'Given', settled: true, waits: words('有效至撤回或到期', 'It holds until withdrawn or over') },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
    over: { zh: '已到期', en: 'Over', final: true },
    lapsed: { zh: '未生效', en: 'Never in force', final: true },
  },
  steps: {
    give: {
      zh: '同意', en: 'Give consent', opens: 'given', to: ['attesting'], basis: ['20.2'], by: [anyResident], needs: ['subject'],
      asks: ['purpose', 'scope', 'village', 'whose', { fact: 'child', where: 'whose', is: 'child' }, { fact: 'relation', where: 'whose', is: 'child' }, 'separate?', 'about?', 'until?'],
      causes: words('可随时撤回，撤回后不再用于此用途；不同意不影响您办事', 'You can withdraw it at any time, from when it is used no more; to refuse costs you nothing'),
      then: c => {
        const refused = unfit(c)
        if (refused) return refused
        const giver = { parties: [{ role: 'reporter', account: c.actor.account }], holder: { office: committeeOf(c.matter.region) } }
        return c.input.whose === 'child'
          ? { ...giver, to: 'attesting', effects: [notify({ office: committeeOf(c.matter.region) }, words('监护人同意待核实', 'A guardian’s consent awaits attestation'))] }
          : { ...giver, clocks: ends(c), counts: { given: 1 }, effects: [entered(c, c.actor.account)] }
      },
    },
    register: {
      zh: '登记书面同意', en: 'Register consent on paper', opens: 'given', basis: ['20.2'], by: [post('committee')], needs: ['subject'],
      asks: ['purpose', 'scope', 'village', 'whose', { fact: 'child', where: 'whose', is: 'child' }, { fact: 'relation', where: 'whose', is: 'child' }, { fact: 'attestNote', where: 'whose', is: 'child' }, 'checked', 'separate?', 'about', 'sheet', 'until?'],
      causes: words('签字人可随时口头或书面撤回，由村（居）委会登记', 'Who signed may withdraw it at any time by word or in writing; the committee enters that'),
      then: c => unfit(c) ?? attests(c.input.checked, c.law, c.now)
        ?? { holder: { office: committeeOf(c.matter.region) }, set: { onPaper: true }, clocks: ends(c), counts: { given: 1 }, effects: [entered(c, undefined)] },
    },
    attest: {
      zh: '核实监护人', en: 'Attest the guardian', from: ['attesting'], to: 'given', basis: ['20.2'], primary: true, by: [post('committee')], asks: ['checked', 'attestNote'],
      then: c => attests(c.input.checked, c.law, c.now)
        ?? { clocks: ends(c), counts: { given: 1 }, effects: [entered(c, giverOf(c.matter)), notify({ party: 'reporter' }, words('您的同意已核实生效', 'Your consent was attested and holds'))] },
    },
    decline: {
      zh: '不予核实', en: 'Decline', from: ['attesting'], to: 'lapsed', basis: ['20.2'], by: [post('committee')], asks: ['attestNote'],
      then: () => ({ effects: [notify({ party: 'reporter' }, words('监护关系未能核实，同意未生效', 'The guardian could not be attested; the consent does not hold'))] }),
    },
    lapse: {
      zh: '逾期未核实', en: 'Not attested in time', from: ['attesting'], to: 'lapsed', basis: ['20.2'], by: [theClock],
      then: () => ({ effects: [notify({ party: 'reporter' }, words('监护关系逾期未核实，同意未生效', 'Nobody attested the guardian in time; the consent does not hold'))] }),
    },
    withdraw: {
      zh: '撤回同意', en: 'Withdraw', from: ['attesting', 'given'], to: 'withdrawn', basis: ['20.2'], by: [giver, thePlatform], asks: ['withdrawReason?'],
      causes: words('自现在起不再用于此用途；撤回前已做的不受影响', 'From now on it is used no more; what was done before stays lawful'),
      then: c => ({ counts: { withdrawn: 1 }, effects: [gone(c.matter), ...(c.matter.holder ? [notify({ office: c.matter.holder.office }, words('有人撤回同意，请停止使用', 'Somebody withdrew consent; please stop'))] : [])] }),
    },
    enterWithdrawal: {
      zh: '登记撤回', en: 'Enter a withdrawal', from: ['given'], to: 'withdrawn', basis: ['20.2'], by: [holder('committee')], asks: ['withdrawReason'],
      only: c => (c.matter.facts.onPaper === true ? undefined : refuse('not-on-paper', words('在线同意由本人撤回', 'Consent given in an account is withdrawn by its giver'))),
      then: c => ({ counts: { withdrawn: 1 }, effects: [gone(c.matter)] }),
    },
    end: {
      zh: '到期', en: 'Over', from: ['given'], to: 'over', basis: ['20.2'], by: [theClock],
      then: c => ({ effects: [gone(c.matter)] }),
    },
  },
  measures: { given: words('同意', 'Given'), withdrawn: words('撤回', 'Withdrawn') },
  list: { columns: ['purpose', 'until'] },
})
