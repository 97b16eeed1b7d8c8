import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import type { Party } from '../../../kernel/matter.ts'
import type { Actor } from '../../../kernel/post.ts'
import { need, procedure, within, type Glance } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { holder, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { outsideFacts as facts } from './outside-facts.ts'
import { becomes, committeeOf, communityOf, daysFault, enters, officeFault } from './outside-register.ts'

type Facts = typeof facts

const community = [post('committee'), post('gridWorker')] as const

/** Whoever works in the office named. */
const theOffice = holder('handler', 'dispatcher', 'lead', 'hotline')

/** Who logged it, and who of the community acted on it later, stands nowhere: the office it is about reads these entries. */
const unseen = ({ actor }: { readonly actor: Actor }): readonly Party[] => [{ role: 'reporter', account: actor.account, hidden: true }]

const toOffice = (office: string) => notify({ office }, words('村（社区）登记了一件平台外派单，请补办委托或作出说明', 'A community logged an order given past the platform: bring it as a commission, or answer'))

/** An order that names no office is still to be named. */
const unnamed = ({ matter }: Glance<Facts>): Refusal | undefined => (matter.facts.office === undefined ? undefined
  : refuse('named-already', words('已指明派单单位', 'The office is named already'), { remedy: words('指错了的，请撤回后重新登记', 'Where it is the wrong one, take it back and log it anew') }))

/**
 * 平台外派单: what a community was told to do by phone, chat, paper or in person, logged in seconds (Art. 50.2: nobody gives communities work
 * directly). The office named is told and may bring it through the gate or disown it; it counts in the community's burden either way.
 */
export const outsideOrder = procedure('outside-order', {
  title: words('平台外派单', 'Order given past the platform'),
  since: '2023-02-01',
  basis: ['50.2'],
  facts,
  heading: 'what',
  place: 'village',
  records: ['outside-order'],
  needs: {
    brought: need<{ readonly number: string }>('brought', c => ({ commission: c.facts['commission'] ?? null, community: communityOf(c.matter.region), issuer: c.facts['office'] ?? null, county: c.matter.county, came: c.facts['came'] ?? legalDay(new Date(c.matter.opened)) })),
  },
  stages: {
    asked: { zh: '待派单单位答复', en: 'To be answered', due: within('outside.answer', 'silent') },
    kept: { zh: '已留存', en: 'On record', settled: true, due: within('outside.kept', 'close') },
    adopted: { zh: '已补办委托', en: 'Brought as a commission', final: true },
    closed: { zh: '已归档', en: 'Put away', final: true },
    withdrawn: { zh: '已撤回', en: 'Taken back', final: true },
  },
  steps: {
    log: {
      zh: '登记', en: 'Log', opens: 'asked', to: ['asked', 'kept'], basis: [], by: community,
      asks: ['village', 'photos?', 'office?', 'asker?', 'what', 'channel', 'manner?', 'came?', 'wanted?', 'minutes?'],
      causes: words('计入本村（社区）负担；指明的单位会收到通知，只看到是哪个村（社区），看不到是谁登记的', 'It counts in the community’s burden. The office named is told which community it was, never who logged it'),
      // What a community records of itself nobody gives it.
      gives: c => ({ to: [committeeOf(c.matter.region)], by: committeeOf(c.matter.region) }),
      then: c => {
        const { office } = c.input
        if (office === undefined && c.input.asker === undefined) return faultAt('office', '请选择单位，或写明是谁要求的', 'Choose the office, or write who asked')
        const fault = officeFault(office, c.matter.region) ?? daysFault(c.input, c.law, c.now)
        if (fault) return fault
        return {
          parties: unseen(c), counts: { logged: 1 },
          ...(office === undefined ? { to: 'kept' as const, holder: { office: committeeOf(c.matter.region) } } : { holder: { office } }),
          effects: [enters(c.matter, c.input, c.now), ...(office === undefined ? [] : [toOffice(office)])],
        }
      },
    },
    name: {
      zh: '指明单位', en: 'Name the office', from: ['kept'], to: 'asked', basis: [], by: community, asks: ['office'],
      causes: words('该单位会收到通知，看不到是谁登记的', 'That office is told, never who logged it'),
      only: unnamed,
      then: c => {
        const { office = '' } = c.input
        return officeFault(office, c.matter.region) ?? {
          parties: unseen(c), holder: { office }, effects: [becomes(c.matter, 'asked', { issuer: office }), toOffice(office)],
        }
      },
    },
    adopt: {
      zh: '补办委托', en: 'Bring as a commission', from: ['asked', 'kept'], to: 'adopted', basis: [], primary: true, by: [theOffice], asks: ['commission'], needs: ['brought'],
      causes: words('工时改按补办的委托计算', 'Its hours then count under the commission'),
      then: c => (c.needs.brought === undefined
        ? refuse('not-brought', words('该委托不是来单以后经准入核验送达本村（社区）的，不是本单位的，或者已用来补办另一件（平台规则）', 'That commission did not reach this community through the gate since the order came, is not yours, or brought in another order (a product rule)'), { remedy: words('请先在平台提出委托协助，送达后再来补办', 'Bring it as a commission first; once it has arrived, come back') })
        : {
          set: { outcome: 'adopted' as const }, counts: { adopted: 1 }, links: [{ kind: 'adopted', matter: c.input.commission ?? '' }],
          effects: [becomes(c.matter, 'adopted', { open: false }), notify({ party: 'reporter' }, words('平台外派单已补办委托', 'The order was brought as a commission'))],
        }),
    },
    disown: {
      zh: '不是本单位派的', en: 'Not ours', from: ['asked'], to: 'kept', basis: [], by: [theOffice], asks: ['reply'],
      causes: words('说明留存；不撤销登记，村（社区）仍可举报', 'Your word is kept; the record stands, and the community may still report it'),
      then: c => ({
        set: { outcome: 'disowned' }, counts: { disowned: 1 },
        effects: [becomes(c.matter, 'disowned'), notify({ party: 'reporter' }, words('单位答复：不是其派的单', 'The office answered that the order was not theirs'))],
      }),
    },
    silent: {
      zh: '逾期未答复', en: 'Not answered in time', from: ['asked'], to: 'kept', basis: [], by: [theClock],
      then: c => ({
        set: { outcome: 'unanswered' }, counts: { unanswered: 1 },
        effects: [becomes(c.matter, 'unanswered'), notify({ party: 'reporter' }, words('单位逾期未答复平台外派单', 'The office did not answer about the order'))],
      }),
    },
    withdraw: {
      zh: '撤回登记', en: 'Take back', from: ['asked', 'kept'], to: 'withdrawn', basis: [], by: community, asks: ['withdrawReason'],
      causes: words('不再计入负担', 'It no longer counts'),
      then: c => ({ parties: unseen(c), set: { outcome: 'withdrawn' }, counts: { withdrawn: 1 }, effects: [becomes(c.matter, 'withdrawn', { open: false })] }),
    },
    close: {
      zh: '到期归档', en: 'Put away', from: ['kept'], to: 'closed', basis: [], by: [theClock],
      then: c => ({ effects: [becomes(c.matter, c.matter.facts.outcome ?? 'kept', { open: false })] }),
    },
  },
  measures: {
    logged: words('登记', 'Logged'), adopted: words('补办委托', 'Brought as commissions'), disowned: words('单位否认', 'Disowned'), unanswered: words('逾期未答复', 'Unanswered'), withdrawn: words('撤回', 'Taken back'),
  },
  rates: {
    adoptedRate: { ...words('补办率', 'Brought as commissions'), of: 'adopted', among: 'logged', without: { among: 'withdrawn', why: words('已撤回的登记', 'those taken back') } },
  },
  list: { columns: ['village', 'office', 'channel', 'wanted'] },
  notCovered: [{ basis: '50.2', why: words('纠正、通报批评由违规责任程序办理', 'Correction and criticism are for the procedure of breaches') }],
})
