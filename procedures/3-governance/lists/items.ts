import { itemKinds } from '../../../kernel/gate.ts'
import { choice, rows, text, whole, type RowOf } from '../../../kernel/facts.ts'
import { officeKinds } from '../../../kernel/office-kinds.ts'
import { refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import { code, monthDay, names, namesIn } from './columns.ts'

/** What an item of a county's two lists says (Art. 23.1): public, all of it. */
export const itemColumns = {
  code: code({ zh: '编码', en: 'Code', class: 'public', hint: words('事项的固定编码，修订时不变', 'Stays with the item when the list is changed') }),
  kind: choice(itemKinds, { zh: '类别', en: 'Which list', class: 'public' }),
  name: text({ zh: '事项', en: 'Item', class: 'public', max: 100 }),
  basis: text({ zh: '依据', en: 'Basis', class: 'public', max: 200, hint: words('法律、法规、规章或文件的名称和条款', 'The law, rule or instrument, and where in it') }),
  office: choice(officeKinds, { zh: '责任单位', en: 'Responsible office', class: 'public' }),
  part: text({ zh: '村（社区）做什么', en: 'The community’s part', class: 'public', max: 500 }),
  conditions: names({ zh: '工作条件', en: 'Working conditions', class: 'public', hint: words('人员、经费、设备、培训等，用、分开', 'People, money, equipment, training, with 、 between them') }),
  standard: text({ zh: '标准', en: 'Standard', class: 'public', max: 300 }),
  seasonFrom: monthDay({ zh: '时段起', en: 'Season from', class: 'public' }),
  seasonTo: monthDay({ zh: '时段止', en: 'Season to', class: 'public' }),
  minutes: whole({ zh: '每次工时', en: 'Work each time', class: 'public', max: 100_000, unit: words('分钟', 'minutes') }),
  categories: names({ zh: '对应诉求类别', en: 'Categories of requests', class: 'public', hint: words('类别编码，用、分开；只用于社区工作事项', 'Their codes; for the community’s own items only') }),
} as const

export const optionalColumns = ['conditions', 'standard', 'seasonFrom', 'seasonTo', 'categories'] as const

/** Items of one version at most. */
export const mostItems = 5000

export const items = rows(itemColumns, { zh: '清单事项', en: 'Items of the lists', class: 'public', basis: ['23.1'], max: mostItems, optional: optionalColumns })

/** An item as a draft or a version has it. */
export type ListItem = RowOf<typeof itemColumns>

const mend = (faults: readonly Fault[]): Refusal | undefined => (faults.length === 0 ? undefined
  : refuse('bad-input', words(`清单有 ${faults.length} 处需要修改`, `${faults.length} cell(s) of the list need mending`), { faults: faults.slice(0, 200) }))

const cell = (fact: string, row: number, column: string, zh: string, en: string): Fault => ({ fact, row, column, why: words(zh, en) })

/** Codes that stand twice: an item is cited by its code, so each has its own. */
export const twice = (fact: string, list: readonly { readonly code?: string }[]): readonly Fault[] => {
  const seen = new Set<string>()
  return list.flatMap(({ code: one = '' }, row) => {
    if (!seen.has(one)) { seen.add(one); return [] }
    return [cell(fact, row, 'code', `编码 ${one} 重复`, `The code ${one} stands twice`)]
  })
}

/** What is wrong between the cells of an item. `known`: codes of categories there are; absent where they could not be asked for. */
const faultsOf = (item: ListItem, row: number, known: ReadonlySet<string> | undefined): readonly Fault[] => {
  const at = (column: keyof typeof itemColumns, zh: string, en: string): Fault => cell('items', row, column, zh, en)
  const own = item.kind === 'own'
  const strange = namesIn(item.categories).filter(one => known !== undefined && !known.has(one))
  return [
    ...(own && item.office !== 'committee' ? [at('office', '社区工作事项由村（居）民委员会自己负责', 'The community’s own items are for its committee')] : []),
    ...(!own && item.office === 'committee' ? [at('office', '协助和委托事项须有政府方面的责任单位', 'What assists government needs the office it assists')] : []),
    ...(!own && namesIn(item.conditions).length === 0 ? [at('conditions', '协助和委托事项须列明工作条件', 'Assistance comes with its working conditions: state them')] : []),
    ...(!own && item.categories !== undefined ? [at('categories', '只有社区工作事项对应诉求类别', 'Only the community’s own items have categories')] : []),
    ...strange.map(one => at('categories', `没有类别 ${one}`, `There is no category ${one}`)),
    ...((item.seasonFrom === undefined) !== (item.seasonTo === undefined) ? [at(item.seasonFrom === undefined ? 'seasonFrom' : 'seasonTo', '时段须有起有止', 'A season has a beginning and an end')] : []),
  ]
}

export const itemFaults = (list: readonly ListItem[], known: readonly string[] | undefined): Refusal | undefined => {
  const categories = known && new Set(known)
  return mend([...twice('items', list), ...list.flatMap((item, row) => faultsOf(item, row, categories))])
}
