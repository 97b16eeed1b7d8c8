import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { choice, day, files, text, whole, yesNo } from '../../../kernel/facts.ts'
import type { Matter, Party } from '../../../kernel/matter.ts'
import type { Context, Move, NoNeeds } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { toldWays } from '../../usual/told-ways.ts'

/** How a household is told of what may go against it, and what it answers, by phone or on a paper it signed (Art. 27.3). */
export const tellingFacts = {
  toldHow: choice(toldWays, { zh: '怎样告知该户', en: 'How the household was told' }),
  toldProof: files({ zh: '签收或见证的照片', en: 'Photo of the signature or the witness’s', accept: 'any', max: 3, signed: true }),
  statement: text({ zh: '该户的陈述', en: 'What the household says', min: 2, max: 2000, lines: 4 }),
  statementSheet: files({ zh: '该户签字的陈述', en: 'The paper the household signed', accept: 'any', max: 2, signed: true }),
}

/** The same where it may ask to be heard in person before points are taken from it. */
export const speakingFacts = {
  ...tellingFacts,
  speakDays: whole({ zh: '陈述申辩期', en: 'Time to speak', unit: words('个工作日，自告知起', 'working days from being told') }),
  wantsHearing: yesNo({ zh: '要求当面听取', en: 'Asks to be heard in person' }),
  heardOn: day({ zh: '听取日期', en: 'Heard on' }),
  heard: text({ zh: '听取记录', en: 'Record of the hearing', min: 4, max: 2000, lines: 4 }),
}

type Telling = Pick<Context<typeof tellingFacts, NoNeeds>, 'matter' | 'input'>
type Speaking = { readonly matter: Matter<typeof speakingFacts> }

export const asHousehold = (members: readonly string[]): readonly Party[] => members.map(account => ({ role: 'household', account }))

/** The platform tells whoever has an account and nobody else; what is handed over is signed for, or witnessed. */
export const notTold = ({ matter, input }: Telling): Refusal | undefined => {
  if (input.toldHow === 'account') return matter.parties.some(one => one.role === 'household') ? undefined : faultAt('toldHow', '该户没有人关联账号，须当面送达', 'Nobody of the household has an account: hand it over')
  return (input.toldProof ?? []).length > 0 ? undefined : faultAt('toldProof', '请附签收或见证的照片', 'Attach the photo of the signature or the witness’s')
}

/** Who is linked to the household while it is under way takes part from then on, and is told. */
export const joined = (matter: Matter, members: readonly string[], told: Words): Pick<Move, 'parties' | 'effects'> => {
  const fresh = members.filter(account => !matter.parties.some(one => one.role === 'household' && one.account === account))
  return { parties: asHousehold(fresh), effects: fresh.map(account => notify({ account }, told)) }
}

export const heardAhead = (heardOn: string | undefined, now: Date): Refusal | undefined => ((heardOn ?? '') > legalDay(now) ? faultAt('heardOn', '日期在今天以后', 'That day is still to come') : undefined)

export const hearingOwed = ({ matter }: Speaking): Refusal | undefined => (matter.facts.wantsHearing === true && matter.facts.heard === undefined
  ? refuse('hearing-owed', words('该户要求当面听取，还没有听取', 'The household asked to be heard and was not'), { basis: ['27.3'], remedy: words('先当面听取并记录', 'Hear them first and write it down') }) : undefined)
