import { faulty, isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident } from '../../../kernel/who.ts'
import { words, type Json } from '../../../kernel/words.ts'
import { fault, ofThisVillage, onBehalf, record, selectedOf, theCommittee, toCommittee, toSupervisors, type DeliberationStep, type Moved, type Now, type Seen } from './parts.ts'

/** The objection that is answered, by the number of its entry: the one named, or the earliest. */
const answered = (c: Now): Refusal | { readonly objection: number | null; readonly set: NonNullable<Moved['set']> } => {
  const { rollOpen = 0, rollObjections = [] } = c.matter.facts
  const { objectionNo = rollObjections[0]?.no } = c.input
  if (objectionNo !== undefined && !rollObjections.some(one => one.no === objectionNo)) return fault('objectionNo', `待处理的异议在办理记录第 ${rollObjections.map(one => one.no).join('、')} 条`, `The objections that are open stand in entries ${rollObjections.map(one => one.no).join(', ')}`)
  return { objection: objectionNo ?? null, set: { rollOpen: Math.max(0, rollOpen - 1), rollObjections: rollObjections.filter(one => one.no !== objectionNo) } }
}

const nothingWrong = ({ matter }: Pick<Now, 'matter'>): Refusal | undefined => ((matter.facts.rollOpen ?? 0) > 0 ? undefined : refuse('nothing-open', words('没有待处理的名册异议', 'No objection to the roll is open')))

const noRoll = (c: Seen): Refusal | undefined =>
  (c.matter.facts.rollUnits === undefined ? refuse('no-voters', words('协商不作表决，没有表决名册', 'Nothing is voted on: there is no roll')) : undefined)

const contested = (c: Now): Moved => ({
  set: { rollOpen: (c.matter.facts.rollOpen ?? 0) + 1, rollObjections: [...c.matter.facts.rollObjections ?? [], { no: c.matter.seq + 1 }] },
  effects: [toCommittee(c.matter, '有人对表决名册提出异议，请在表决前处理', 'Somebody objects to the roll: please decide before the vote'), toSupervisors(c.matter, '有人对表决名册提出异议', 'Somebody objects to the roll')],
})

/** The roll: made and settled before the notice, frozen with it, and corrected from then on by objection alone. */
export const enrolling = {
  draftRoll: {
    zh: '造册', en: 'Make the roll', from: ['preparing'], basis: ['25.1'], by: theCommittee, asks: ['rollFrom', 'rollTeam?', 'units?'],
    causes: words('可以反复造册、修改；发出会议通知时冻结', 'It may be made anew and edited as often as needed; the notice freezes it'),
    then: c => {
      const { rollFrom, rollTeam, units } = c.input
      const selected = selectedOf(c)
      if (isRefusal(selected)) return selected
      if (!selected.votes || selected.unit === undefined) return refuse('no-voters', words('协商不作表决，不造表决名册', 'Nothing is voted on in a consultation: it has no roll'), { remedy: words('请直接发出会议通知', 'Give notice of the meeting') })
      if (rollFrom === 'paper' && (units ?? []).length === 0) return fault('units', '请录入名册', 'Enter the roll')
      if (selected.track === 'group' && rollTeam === undefined) return fault('rollTeam', '请填写是哪个村民小组', 'Say which villagers’ group')
      return {
        effects: [record(c, 'roll', { place: c.matter.region, kind: selected.unit, from: rollFrom ?? 'register', ...(rollTeam !== undefined && { team: rollTeam }), fact: 'units', ...(rollFrom === 'paper' && { units: units ?? [] }) })],
        set: { units: null },
      }
    },
  },
  editRoll: {
    zh: '修改名册', en: 'Edit the roll', from: ['preparing'], basis: ['25.1'], by: theCommittee, asks: ['rollEdits'], needs: ['roll'],
    causes: words('发出通知前可以反复修改：划去、补入、注明外出居住；户籍台账只有出生年代的，逐人核定是否年满十八周岁。外出居住的是否列入，按当地规则', 'As often as needed before the notice: strike, add, mark who lives elsewhere; where the register knows the decade of birth alone, say who is eighteen. Whether who lives elsewhere stands on it is the local rule’s to say'),
    then: c => (c.needs.roll === undefined ? refuse('no-roll', words('还没有表决名册', 'There is no roll of voters yet'), { remedy: words('请先造册', 'Make the roll first') })
      : { set: { rollEdits: null }, effects: [record(c, 'roll-edit', { edits: (c.input.rollEdits ?? []) as unknown as Json, fact: 'rollEdits' })] }),
  },
  contestRoll: {
    zh: '对名册提出异议', en: 'Object to the roll', from: ['noticed'], basis: ['25.3'], by: [anyResident], asks: ['rollWrong'],
    causes: words('村（居）委会在表决前答复', 'The committee answers before the vote'),
    only: c => ofThisVillage(c) ?? noRoll(c),
    then: c => ({ ...contested(c), parties: [{ role: 'objector', account: c.actor.account }] }),
  },
  contestRollFor: {
    zh: '代为对名册提出异议', en: 'Object to the roll on behalf', from: ['noticed'], basis: ['25.3'], by: onBehalf, asks: ['rollWrong', 'sheet'],
    causes: words('附本人签名的书面材料；村（居）委会在表决前答复', 'With the sheet they signed; the committee answers before the vote'),
    only: noRoll,
    then: c => contested(c),
  },
  correctRoll: {
    zh: '更正名册', en: 'Correct the roll', from: ['noticed'], basis: ['25.3'], by: theCommittee, asks: ['objectionNo?', 'rollChanges', 'rollAnswer'],
    causes: words('答复一条异议，可以同时更正多行；更正留痕：原来的一行、更正后的一行、理由、所答复的异议和处理人都保存', 'It answers one objection and may mend several lines; the line before and after, the reason, the objection and who decided are kept'),
    only: nothingWrong,
    then: c => {
      const { rollChanges = [], rollAnswer = '' } = c.input
      const wrong = rollChanges.flatMap(({ does, number, name }, row) => [
        ...(does !== 'strike' && name === undefined ? [{ fact: 'rollChanges', row, column: 'name', why: words('请填写姓名', 'The name is needed') }] : []),
        ...(does !== 'add' && number === undefined ? [{ fact: 'rollChanges', row, column: 'number', why: words('请填写名册上的序号', 'Say which number on the roll') }] : []),
      ])
      if (wrong.length > 0) return faulty(wrong)
      const answer = answered(c)
      if (isRefusal(answer)) return answer
      const { objection, set } = answer
      return {
        set: { ...set, rollChanges: null },
        effects: [record(c, 'roll-correction', { objection, changes: rollChanges as unknown as Json, fact: 'rollChanges', why: rollAnswer, decidedBy: c.actor.account }), { do: 'notify', to: { party: 'objector' }, words: words('名册异议已处理，名册已更正', 'The objection was answered: the roll was corrected') }],
      }
    },
  },
  keepRoll: {
    zh: '名册不变', en: 'Leave the roll', from: ['noticed'], basis: ['25.3'], by: theCommittee, asks: ['objectionNo?', 'rollAnswer'], only: nothingWrong,
    then: c => {
      const answer = answered(c)
      return isRefusal(answer) ? answer : { set: answer.set, effects: [{ do: 'notify', to: { party: 'objector' }, words: words('名册异议已答复，名册不变', 'The objection was answered: the roll stays') }] }
    },
  },
} as const satisfies Readonly<Record<string, DeliberationStep>>
