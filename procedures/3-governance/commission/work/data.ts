import type { ValuesOf } from '../../../../kernel/fact.ts'
import { isDay } from '../../../../kernel/facts.ts'
import { refuse, type Fault, type Refusal } from '../../../../kernel/refusal.ts'
import { words, type Words } from '../../../../kernel/words.ts'
import type { WorkFacts } from './facts.ts'

type Values = ValuesOf<WorkFacts>

const fits: { readonly [kind: string]: { readonly test: (value: string) => boolean; readonly why: Words } } = {
  number: { test: value => /^-?\d+(\.\d+)?$/.test(value), why: words('须为数字', 'must be a number') },
  date: { test: isDay, why: words('日期须为年-月-日', 'must be a date, year-month-day') },
  yesNo: { test: value => ['是', '否'].includes(value), why: words('请填“是”或“否”', 'must be 是 or 否') },
}

/** What is wrong with the data given: a field not asked for, one left out, one of another kind, one given twice. Files are given as files. */
export const faultsIn = ({ fields = [], data = [] }: Pick<Values, 'fields' | 'data'>): Refusal | undefined => {
  const asked = fields.filter(field => field.filled !== true && field.kind !== 'file')
  const cells = data.flatMap((row, at): readonly Fault[] => {
    const field = asked.find(one => one.name === row.name)
    const kind = fits[field?.kind ?? '']
    if (!field) return [{ fact: 'data', row: at, column: 'name', why: words('没有要求填报此字段', 'This field is not asked for') }]
    if (data.findIndex(one => one.name === row.name) !== at) return [{ fact: 'data', row: at, column: 'name', why: words('重复填报', 'Given twice') }]
    return kind && !kind.test(row.value ?? '') ? [{ fact: 'data', row: at, column: 'value', why: kind.why }] : []
  })
  const left = asked.filter(field => !data.some(row => row.name === field.name)).flatMap(field => field.name ?? [])
  const faults = [...cells, ...(left.length > 0 ? [{ fact: 'data', why: words(`还没有填报：${left.join('、')}`, `Still to be given: ${left.join(', ')}`) }] : [])]
  return faults.length === 0 ? undefined : refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults })
}
