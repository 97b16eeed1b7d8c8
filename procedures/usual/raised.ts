import { legalDay } from '../../kernel/calendar.ts'
import { notify, type Effect } from '../../kernel/effect.ts'
import { choice, text, whole, yesNo } from '../../kernel/facts.ts'
import { officeCode, regionOfOffice, type OfficeCode } from '../../kernel/post.ts'
import type { Glance } from '../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { countyOf, levelOf, parentOf } from '../../kernel/region.ts'
import { above, holder, isGovernment, type Who } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'

const rulings = {
  last: { zh: '最后一次限期整改', en: 'One last time to put it right' },
  accept: { zh: '认定已整改到位', en: 'It is put right' },
  falls: { zh: '不再要求整改，问题撤销', en: 'It need not be: the findings fall' },
  handOn: { zh: '转由其他单位或程序处理', en: 'It goes on with others' },
} as const

/**
 * What was found is checked again so often and no more (`inspection.rounds`): still not put right, it goes up to the county’s lead group, to the city’s where the county
 * inspected. There it ends, or is given one last time and, should that pass too, ends.
 */
export const raisedFacts = {
  rounds: whole({ zh: '复查未通过次数', en: 'Times found not put right', max: 99 }),
  aboveRuling: choice(rulings, { zh: '上级决定', en: 'Decided above' }),
  aboveReason: text({ zh: '上级决定的理由', en: 'Why so decided', min: 4, max: 500, lines: 2 }),
  handedTo: text({ zh: '由谁、依据什么继续处理', en: 'Who deals with it from here, and by what', min: 4, max: 300, lines: 2 }),
  lastTime: yesNo({ zh: '已给最后期限', en: 'The last time was given' }),
}

type Raised = Glance<typeof raisedFacts>

/** Who decides where the office that inspected gets no further. */
export const bodyAbove = (inspector: OfficeCode): OfficeCode => {
  const region = regionOfOffice(inspector)
  const from = levelOf(region) === 'county' && isGovernment(inspector) ? parentOf(region) ?? region : countyOf(region)
  return officeCode(from, 'lead')
}

/** Its lead, or one who stands above it. */
export const decidesAbove: readonly Who[] = [holder('lead'), { ...above, kinds: ['lead'] }]

const usedUp = ({ matter, now, law }: Raised): boolean =>
  matter.facts.lastTime === true || (matter.facts.rounds ?? 0) + 1 >= Number(law.figure('inspection.rounds', legalDay(now)).value)

/** Says no to still another time to put it right. */
export const noMoreRounds = (c: Raised): Refusal | undefined => (usedUp(c)
  ? refuse('rounds-used', words('复查已达次数上限，不能再次要求整改（平台规则）', 'It was checked as often as it is: it can’t be ordered put right again (a product rule)'), { remedy: words('请报上一级决定；已整改到位的，登记复查通过', 'Raise it to the level above; where it is put right, say so') })
  : undefined)

/** Says no to raising what may still be ordered put right. */
export const notYetRaised = (c: Raised): Refusal | undefined => (usedUp(c) ? undefined
  : refuse('not-yet-above', words('尚未达到复查次数上限（平台规则）', 'It may still be checked again here (a product rule)'), { remedy: words('请登记复查结论；仍需整改的，写明新的期限', 'Say what was seen; where it is not put right, give a new day') }))

/** Says no to a last time after the last. */
export const noSecondLast = ({ matter }: Pick<Raised, 'matter'>): Refusal | undefined => (matter.facts.lastTime === true
  ? refuse('once-only', words('最后期限只给一次（平台规则）', 'The last time is given once only (a product rule)'), { remedy: words('请作出其他决定', 'Decide otherwise') }) : undefined)

export const toBodyAbove = (inspector: OfficeCode): Effect =>
  notify({ office: bodyAbove(inspector) }, words('检查发现的问题多次复查未通过，请决定', 'Findings were not put right when checked again and again: please decide'))
