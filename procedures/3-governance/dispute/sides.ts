import { account, choice, day, text, whole, yesNo, type RowOf } from '../../../kernel/facts.ts'
import { faulty, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

export const roles = {
  applicant: { zh: '申请方', en: 'Applicant' },
  respondent: { zh: '被申请方', en: 'Respondent' },
  third: { zh: '第三方', en: 'Third side' },
} as const

export const natures = {
  person: { zh: '个人', en: 'A person' },
  minor: { zh: '未成年人', en: 'A minor' },
  firm: { zh: '单位', en: 'A firm or body' },
  group: { zh: '多人', en: 'Many people' },
} as const

export const standing = {
  guardian: { zh: '监护人', en: 'Guardian' },
  agent: { zh: '委托代理人', en: 'Agent' },
  representative: { zh: '推选的代表', en: 'Chosen representative' },
  officer: { zh: '法定代表人、负责人', en: 'Who answers for the firm' },
} as const

/** A side of the dispute. Its number is its place in the table, from 1. */
export const partyColumns = {
  role: choice(roles, { zh: '哪一方', en: 'Which side' }),
  name: text({ zh: '姓名或名称', en: 'Name', max: 60 }),
  nature: choice(natures, { zh: '性质', en: 'What it is' }),
  by: text({ zh: '由谁代为参加', en: 'Who speaks for it', max: 60 }),
  stands: choice(standing, { zh: '代理身份', en: 'In which capacity' }),
  many: whole({ zh: '人数', en: 'How many', min: 2, max: 10_000, unit: words('人', 'people') }),
}

export type Side = RowOf<typeof partyColumns>

export const consents = {
  open: { zh: '未表态', en: 'Not heard yet' },
  agreed: { zh: '同意调解', en: 'Agrees to mediation' },
  refused: { zh: '拒绝调解', en: 'Refuses it' },
} as const

/** Where a side stands, by its number and without its name: what steps go by, and everybody who handles the dispute may see. */
export const seatColumns = {
  number: whole({ zh: '序号', en: 'No.', min: 1, max: 60 }),
  role: choice(roles, { zh: '哪一方', en: 'Which side' }),
  consent: choice(consents, { zh: '是否同意调解', en: 'Mediation' }),
  informed: yesNo({ zh: '已告知权利义务', en: 'Told rights and duties' }),
  signedOn: day({ zh: '签署日期', en: 'Signed on' }),
  renewed: whole({ zh: '更换加入码次数', en: 'Times its code was changed' }),
  /** Attempts to reach it since it was last heard. */
  tried: whole({ zh: '联系未果次数', en: 'Tried in vain' }),
  /** Whom it chose to mediate, until that is settled. */
  prefers: account({ zh: '选的调解员', en: 'Chooses to mediate' }),
}

export type Seat = RowOf<typeof seatColumns>

export const seatsFor = (sides: readonly Side[]): readonly Seat[] => sides.map(({ role }, at) => ({ number: at + 1, role: role ?? 'third', consent: 'open', informed: false }))

/** Whether each side keeps its number, by which it joined and signs: named sides stand where they stood, in the same role, and new ones behind them. */
export const keepsOrder = (seats: readonly Seat[], sides: readonly Side[]): boolean => seats.every(({ number = 0, role }) => sides[number - 1]?.role === role)

/** The seats of sides written anew: those known as they stand, new ones behind them. */
export const seatsWith = (seats: readonly Seat[], sides: readonly Side[]): readonly Seat[] => [...seats, ...seatsFor(sides).slice(seats.length)]

export const seatOf = (seats: readonly Seat[] | undefined, number: number | undefined): Seat | undefined => seats?.find(seat => seat.number === number)

export const changed = (seats: readonly Seat[] | undefined, number: number | undefined, change: Seat): readonly Seat[] => (seats ?? []).map(seat => (seat.number === number ? { ...seat, ...change } : seat))

/** A new way of mediation is agreed to anew, and a new text signed anew. */
export const unsigned = (seats: readonly Seat[] | undefined): readonly Seat[] => (seats ?? []).map(({ signedOn: _, ...seat }) => seat)

/** What sides chose is settled, or falls with who chose it: all of it, or that of one. */
export const unchosen = (seats: readonly Seat[] | undefined, number?: number): readonly Seat[] =>
  (seats ?? []).map(seat => { const { prefers: _, ...rest } = seat; return number === undefined || seat.number === number ? rest : seat })

/** Whom every side chose to mediate, if all chose the same. */
export const chosenByAll = (seats: readonly Seat[] | undefined): string | undefined => {
  const chosen = new Set((seats ?? []).map(seat => seat.prefers))
  return chosen.size === 1 ? [...chosen][0] : undefined
}

export const someRefused = (seats: readonly Seat[] | undefined): boolean => seats?.some(seat => seat.consent === 'refused') === true
export const allAgreed = (seats: readonly Seat[] | undefined): boolean => seats !== undefined && seats.every(seat => seat.consent === 'agreed')

const fault = (row: number, column: string, zh: string, en: string): Fault => ({ fact: 'sides', row, column, why: words(zh, en) })

/** What is wrong with the sides: both are there, a minor has a guardian, many people have chosen who speaks for them, and a firm has somebody who does. */
export const sidesFault = (sides: readonly Side[]): Refusal | undefined => {
  const faults = sides.flatMap(({ nature, by, stands, many }, row): readonly Fault[] => {
    if (nature === 'minor' && stands !== 'guardian') return [fault(row, 'stands', '未成年人须由监护人代为参加', 'A minor is spoken for by a guardian')]
    if (nature === 'group' && many === undefined) return [fault(row, 'many', '请填写人数', 'Say how many they are')]
    if (nature === 'group' && stands !== 'representative') return [fault(row, 'stands', '多人须推选代表参加', 'Many people choose who speaks for them')]
    if (nature === 'firm' && stands !== 'officer' && stands !== 'agent') return [fault(row, 'stands', '单位由负责人或委托代理人参加', 'A firm is spoken for by who answers for it, or an agent')]
    if (nature !== 'group' && many !== undefined) return [fault(row, 'many', '只有多人一方填写人数', 'Only for a side of many people')]
    return stands !== undefined && by === undefined ? [fault(row, 'by', '请填写由谁代为参加', 'Say who speaks for it')] : []
  })
  for (const role of ['applicant', 'respondent'] as const) if (!sides.some(side => side.role === role)) faults.push(fault(0, 'role', `缺少${roles[role].zh}`, `There is no ${roles[role].en.toLowerCase()}`))
  return faults.length === 0 ? undefined : faulty(faults, ['29.1'])
}

/** Who acts through an agent gives the paper that says so, with the sides or before. */
export const authorityFault = (sides: readonly Side[], given: readonly unknown[] | undefined, before?: readonly unknown[]): Refusal | undefined =>
  (sides.some(side => side.stands === 'agent') && given === undefined && before === undefined
    ? faulty([{ fact: 'authority', why: words('有委托代理人的，请附授权委托书', 'An agent’s authority is to be added') }], ['29.1']) : undefined)
