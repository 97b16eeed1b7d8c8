import { isCitation } from '../../regulation/citation.ts'
import { choice, office, rows, text, whole } from '../../kernel/facts.ts'
import type { FactTraits, ValueOf } from '../../kernel/fact.ts'
import { regionOfOffice } from '../../kernel/post.ts'
import { refuse, type Fault, type Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'

/** How progress towards a target comes to be known. */
export const hows = {
  computed: { zh: '由办理记录计算', en: 'Computed from records' },
  stated: { zh: '单位填报', en: 'Stated by the office' },
} as const

const columns = {
  code: text({ zh: '编号', en: 'No.', max: 10, hint: words('同一目标编号不变', 'A target keeps its number') }),
  office: office({ zh: '责任单位', en: 'Office' }),
  duty: text({ zh: '条款', en: 'Provision', max: 12, hint: words('如 24.1', 'Such as 24.1') }),
  name: text({ zh: '目标', en: 'Target', min: 2, max: 120 }),
  unit: text({ zh: '单位', en: 'Unit', max: 12 }),
  target: whole({ zh: '目标值', en: 'How much', min: 1, max: 1_000_000_000 }),
  how: choice(hows, { zh: '进度来源', en: 'Progress' }),
  measure: text({ zh: '统计口径', en: 'Measure', max: 80, hint: words('由记录计算时填写，如 guidance.held', 'For what is computed, such as guidance.held') }),
}

/** A table of targets. */
export const targetRows = (traits: FactTraits) => rows(columns, { ...traits, class: 'public', max: 200, optional: ['measure'] })

export type TargetRow = ValueOf<ReturnType<typeof targetRows>>[number]

/** The provision a target serves: `24.1`, or the duty `24.1-2` under it. */
export const provisionOf = (duty: string): string => duty.split('-')[0] ?? ''

const isDuty = (duty: string): boolean => isCitation(provisionOf(duty)) && /^[\d.]+(-\d{1,2})?$/.test(duty)

/** A plan sets targets for offices of its own level alone: what lies below makes its own, and communities are given none (Art. 23.3). */
export const wrongTargets = (fact: string, targets: readonly TargetRow[], region: string, measures: readonly string[]): Refusal | undefined => {
  const faults = targets.flatMap((one, row): readonly Fault[] => {
    const at = (column: string, why: Words): Fault => ({ fact, row, column, why })
    const { code, office: owner = '', duty = '', how, measure } = one
    return [
      ...(targets.findIndex(other => other.code === code) < row ? [at('code', words('编号重复', 'That number is there already'))] : []),
      ...(regionOfOffice(owner) === region ? [] : [at('office', words('请选择本级单位；下级由其自行制定目标', 'Choose an office of this very level; those below make their own'))]),
      ...(isDuty(duty) ? [] : [at('duty', words('条例没有这一条款', 'The regulation has no such provision'))]),
      ...(how === 'computed' && !measures.includes(measure ?? '') ? [at('measure', words('没有这个统计口径', 'There is no such measure'))] : []),
      ...(how === 'stated' && measure !== undefined ? [at('measure', words('单位填报的不填', 'None for what is stated'))] : []),
    ]
  })
  return faults.length === 0 ? undefined : refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults })
}
