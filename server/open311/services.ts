import type { Category } from '../../registers/categories.ts'
import type { Directory } from '../../registers/directory.ts'
import { Refused } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Language } from '../views/reader.ts'
import { noService } from './errors.ts'
import type { Tree } from './xml.ts'

export const serviceOf = (directory: Directory, code: string): Category => {
  const category = directory.category(code)
  if (!category) throw new Refused(noService())
  return category
}

const units: { readonly [unit: string]: Words } = { workingHours: words('个工作小时', ' working hours'), workingDays: words('个工作日', ' working days'), days: words('天', ' days'), months: words('个月', ' months') }

const describe = ({ limit, zh, en }: Category, language: Language): string => {
  const unit = limit && units[limit.period.unit]
  if (!limit || !unit) return { zh, en }[language]
  return { zh: `${zh}：自受理起 ${limit.period.amount} ${unit.zh}内办理`, en: `${en}: handled within ${limit.period.amount}${unit.en} of acceptance` }[language]
}

/** The categories in force as GeoReport's services. All of them may be reported; each asks for more than the standard does, so `metadata` is true. */
export const servicesIn = (directory: Directory, language: Language): Tree => {
  const groups = new Map(directory.groups().map(group => [group.code, group]))
  return directory.categories().map(category => {
    const group = groups.get(category.group)?.[language] ?? category.group
    return { service_code: category.code, service_name: category[language], description: describe(category, language), metadata: true, type: 'realtime', keywords: group, group }
  })
}

type Attribute = { readonly code: string; readonly datatype: 'string' | 'singlevaluelist'; readonly says: Words; readonly help: Words; readonly values?: readonly (readonly [key: string, name: Words])[] }

/** What a report takes beside GeoReport's own parameters, the same for every service. */
const attributes: readonly Attribute[] = [
  { code: 'place', datatype: 'string', says: words('所在村（社区）', 'Village or community'), help: words('12 位区划代码；坐标、address_id、address_string 能认出所在村（社区）的可不填', '12-digit code; not needed where the point, address_id or address_string tells it') },
  { code: 'spot', datatype: 'string', says: words('具体位置', 'Where exactly'), help: words('最多 200 字', 'At most 200 characters') },
  { code: 'anonymous', datatype: 'singlevaluelist', says: words('对办理人员匿名', 'Anonymous towards handlers'), help: words('姓名和电话加密另存', 'Name and phone are kept apart, encrypted'), values: [['no', words('否', 'No')], ['yes', words('是', 'Yes')]] },
]

export const definitionOf = ({ code }: Category, language: Language): Tree => ({
  service_code: code,
  attributes: attributes.map(({ code: name, datatype, says, help, values }, order) => ({
    variable: true, code: name, datatype, required: false, datatype_description: help[language], order: order + 1, description: says[language],
    values: (values ?? []).map(([key, label]) => ({ key, name: label[language] })),
  })),
})
