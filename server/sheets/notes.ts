import type { Fact } from '../../kernel/fact.ts'
import { isObject, words, type Json, type Words } from '../../kernel/words.ts'

const numberOf = (value: Json | undefined): number | undefined => (typeof value === 'number' && value < Number.MAX_SAFE_INTEGER ? value : undefined)

const unitOf = ({ schema }: Fact): Words => {
  const unit = schema['x-unit']
  return isObject(unit) && typeof unit['zh'] === 'string' && typeof unit['en'] === 'string' ? words(unit['zh'], unit['en']) : words('', '')
}

const whole = (fact: Fact): Words => {
  const [least, most, unit] = [numberOf(fact.schema['minimum']), numberOf(fact.schema['maximum']), unitOf(fact)]
  const [zh, en] = most === undefined ? ['', ''] : [`，${least ?? 0} 至 ${most}`, `, ${least ?? 0} to ${most}`]
  return words(`整数${zh}${unit.zh === '' ? '' : `（${unit.zh}）`}`, `a whole number${en}${unit.en === '' ? '' : ` (${unit.en})`}`)
}

const text = ({ schema }: Fact): Words => {
  const most = numberOf(schema['maxLength'])
  return most === undefined ? words('文字', 'text') : words(`文字，最多 ${most} 字`, `text, at most ${most} characters`)
}

/** How a column is to be filled in. */
export const formOf = (fact: Fact): Words => {
  switch (fact.kind) {
    case 'text': return text(fact)
    case 'whole': return whole(fact)
    case 'choice': return words('从下拉列表中选择', 'chosen from the list')
    case 'yesNo': return words('是或否', 'yes or no')
    case 'day': return words('日期，如 2026-03-01', 'a day, such as 2026-03-01')
    case 'instant': return words('时间，如 2026-03-01 09:30', 'a time, such as 2026-03-01 09:30')
    case 'phone': return words('手机号', 'a mobile number')
    case 'idNumber': return words('身份证号，以文本填写', 'an identity number, as text')
    case 'personName': return words('姓名', 'a name')
    case 'region': return words('区划代码', 'the code of a place')
    case 'regions': return words('区划代码，用顿号隔开', 'codes of places, by commas')
    case 'office': return words('单位代码，如 630202/transport', 'the code of an office, such as 630202/transport')
    case 'offices': return words('单位代码，用顿号隔开', 'codes of offices, by commas')
    default: return words('代码', 'a code')
  }
}
