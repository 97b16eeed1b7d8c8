import { dueAt, legalDay } from '../../../../kernel/calendar.ts'
import { limitOf } from '../../../../kernel/clock.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { levelOf } from '../../../../kernel/region.ts'
import { theClock } from '../../../../kernel/who.ts'
import { words } from '../../../../kernel/words.ts'
import type { Effect } from '../../../../kernel/effect.ts'
import { receiver } from '../giving.ts'
import { isOver } from '../../../usual/end-date.ts'
import { faultsIn } from './data.ts'
import { endClock, issuerOf, kept, said, theIssuer, theReceiver, toIssuer, toReceiver, type Moved, type Now, type OwedStep } from './parts.ts'

/** What a community gave is its own: kept for it, and asked for by nobody meanwhile (Art. 23.2). */
const returned = ({ matter, now, law }: Now): readonly Effect[] => {
  const rows = (matter.facts.data ?? []).map(({ name = '', value = '' }) => ({ name, value }))
  if (rows.length === 0 || levelOf(matter.region) !== 'village') return []
  const until = legalDay(dueAt(law.calendar, now, limitOf(law, 'gate.data-valid', now).period).at)
  return [{ do: 'record', register: 'village-data', row: { county: matter.county, village: matter.region, source: matter.id, asOf: legalDay(now), until, rows } }]
}

const done = (c: Now, zh: string, en: string): Moved => ({
  to: 'done', holder: { office: receiver(c.matter.region) }, counts: { done: 1 },
  effects: [kept(c.matter, 'done'), said('done'), ...returned(c), toReceiver(c.matter, zh, en)],
})

/** The work itself, what is delivered, and its acceptance. */
export const delivering = {
  note: {
    zh: '记录进展', en: 'Note progress', from: ['doing'], basis: [], by: [theReceiver], asks: ['progress', 'proof?'],
    causes: words('发文单位和乡镇（街道）可见，不影响时限', 'The issuer and the township see it; no time limit changes'),
  },
  deliver: {
    zh: '交付', en: 'Deliver', from: ['doing'], to: 'accepting', basis: ['7.1', '7.2'], primary: true, by: [theReceiver], asks: ['report', 'data?', 'proof?'],
    causes: words('由发文单位验收；逾期未验收视为通过', 'The issuer accepts it; silence accepts it'),
    only: isOver,
    then: c => {
      const faults = faultsIn(c.facts)
      if (faults) return faults
      if ((c.facts.fields ?? []).some(field => field.kind === 'file' && field.filled !== true) && (c.facts.proof ?? []).length === 0) {
        return refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults: [{ fact: 'proof', why: words('请上传所要求的文件', 'Please upload the file asked for') }] })
      }
      return {
        holder: { office: issuerOf(c.matter) }, counts: { delivered: 1 },
        effects: [kept(c.matter, 'accepting'), said('delivered'), toIssuer(c.matter, '任务已交付，请按时验收', 'Work was delivered; please accept it in time')],
      }
    },
  },
  acceptWork: {
    zh: '验收通过', en: 'Accept the work', from: ['accepting'], to: 'done', basis: [], primary: true, by: [theIssuer],
    causes: words('任务办结；填报数据归还村（社区）留存', 'It is done; what was given is returned to the community'),
    then: c => done(c, '任务验收通过', 'Your work was accepted'),
  },
  askAgain: {
    zh: '要求补充', en: 'Ask for more', from: ['accepting'], to: 'doing', basis: [], by: [theIssuer], asks: ['again'],
    causes: words('只能要求一次（平台规则）', 'Once only (a product rule)'),
    only: c => ((c.matter.facts.askedTimes ?? 0) > 0
      ? refuse('once-only', words('只能要求补充一次（平台规则）', 'More is asked for once only (a product rule)'), { remedy: words('请验收；仍有欠缺的，自行补齐', 'Please accept it, and make good yourselves what is wanting') })
      : (c.matter.facts.until ?? '') < legalDay(c.now) ? refuse('over', words('任务已过结束日期，不能再要求村（社区）办理', 'Its last day has passed; nothing more can be asked'), { remedy: words('请验收', 'Please accept it') }) : undefined),
    then: c => ({
      holder: { office: receiver(c.matter.region) }, set: { askedTimes: 1 }, clocks: [endClock(c.matter.facts.until ?? '', c.now)],
      effects: [kept(c.matter, 'doing'), toReceiver(c.matter, '发文单位要求补充，请查看', 'The issuer asks for more; please look')],
    }),
  },
  acceptBySilence: {
    zh: '逾期未验收，视为通过', en: 'Accepted by silence', from: ['accepting'], to: 'done', basis: [], by: [theClock],
    then: c => done(c, '发文单位逾期未验收，视为通过', 'The issuer did not answer in time: your work counts as accepted'),
  },
} as const satisfies Readonly<Record<string, OwedStep>>
