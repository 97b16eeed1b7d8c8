import type { Fact } from '../../kernel/fact.ts'
import { asked, isAsked, type Procedure } from '../../kernel/procedure.ts'
import type { Json } from '../../kernel/words.ts'
import { people } from '../helpers/world.ts'
import type { Choices } from './random.ts'

const villages = ['630202001001', '630202001001', '630202001002', '630202101201', '630203001001']
const fitting = ['630202001/gov', '630202001/gov', '630202/transport', '630202/urban-management', '630202001001/committee', '630202101/gov']

const value = (name: string, fact: Fact, { oneOf, below }: Choices, matters: readonly string[]): Json => {
  switch (fact.kind) {
    case 'text': return oneOf(['路灯坏了好几天', '垃圾没人清运，气味很大', '路面塌陷，车辆难行'])
    case 'choice': return oneOf(Object.keys(fact.options ?? {}))
    case 'yesNo': return name === 'anonymous' ? oneOf([true, false, false]) : oneOf([true, true, false])
    case 'whole': return 1 + below(5)
    case 'region': return oneOf(villages)
    case 'office': return oneOf(fitting)
    case 'offices': return [oneOf(fitting), oneOf(fitting)]
    case 'account': return oneOf([people.handler.account, people.colleague.account, people.transport.account])
    case 'personName': return oneOf(['王小明', '马𠅤'])
    case 'phone': return oneOf(['13897221234', '13997225678'])
    case 'reference': return oneOf(['road-damage', 'waste', 'neighbours'])
    case 'matter': return oneOf([...matters, people.resident.account])
    case 'point': return { lon: 102.4, lat: 36.48, datum: 'wgs84' }
    case 'files': return []
    case 'areas': return [{ code: oneOf(['001', '002']), name: oneOf(['一网格', '二网格']), teams: ['一社'] }]
    case 'regions': return [oneOf(villages)]
    case 'rows': return [Object.fromEntries(Object.entries(fact.columns ?? {}).map(([column, one]) => [column, value(column, one, { oneOf, below } as Choices, matters)]))]
    case 'people': return [{ name: '王小明' }]
    case 'day': return '2026-06-08'
    case 'instant': return '2026-06-08T02:00:00.000Z'
    case 'idNumber': return '11010519491231002X'
  }
}

/** Something for every fact a step asks for; now and then left out, not well formed, not asked for, or in no register. */
export const inputFor = (procedure: Procedure, step: string, chance: Choices, matters: readonly string[]): { readonly [fact: string]: Json } => {
  const asks = asked(procedure.steps[step] ?? { zh: '', en: '', basis: [], by: [] })
  const given: { [fact: string]: Json } = {}
  for (const ask of asks) {
    const { fact: name, optional } = ask
    const fact = procedure.facts[name]
    // Now and then also where it is not asked for.
    if (!isAsked(ask, given) && !chance.once(20)) continue
    if (!fact || (optional ? chance.once(2) : chance.once(40))) continue
    given[name] = chance.once(60) ? oneOfBad(chance) : value(name, fact, chance, matters)
  }
  if (chance.once(80)) given['mood'] = 'good'
  if (chance.once(60) && 'office' in given) given['office'] = '630202001/astrology'
  return given
}

const oneOfBad = ({ oneOf }: Choices): Json => oneOf<Json>(['', 7, null, [], {}, 'x', '不', true])
