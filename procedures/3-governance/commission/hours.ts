import { words, type Words } from '../../../kernel/words.ts'

/** What the forms meter counts from: fields asked for that the platform does not fill in, places, how often, and the item's own minutes each time. */
export type Metered = {
  readonly fields: readonly { readonly filled?: boolean }[]
  readonly places: number
  readonly times: number
  /** Minutes of work the list expects of one place each time, beside the form. */
  readonly itemMinutes: number
  /** Minutes that one field takes (rule `gate.minutes-per-field`). */
  readonly perField: number
}

/** Minutes of one place over the whole time, and of all places together. */
export type Load = { readonly asked: number; readonly each: number; readonly all: number }

/** The forms meter (Art. 23.2): fields × places × times × minutes, and the item's own minutes. The form shows with it what the step will say. */
export const loadOf = ({ fields, places, times, itemMinutes, perField }: Metered): Load => {
  const asked = fields.filter(field => field.filled !== true).length
  const each = (asked * perField + itemMinutes) * times
  return { asked, each, all: each * places }
}

/** Minutes as people say them: “2 小时 30 分钟”. */
export const inHours = (minutes: number): Words => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return words(`${rest} 分钟`, `${rest} min`)
  return rest === 0 ? words(`${hours} 小时`, `${hours} h`) : words(`${hours} 小时 ${rest} 分钟`, `${hours} h ${rest} min`)
}

/** The meter in words, as it is shown before approval and to everyone after. */
export const loadInWords = (metered: Metered): Words => {
  const { asked, each, all } = loadOf(metered)
  const { places, times, perField, itemMinutes } = metered
  return words(
    `每处 ${inHours(each).zh}，${places} 处合计 ${inHours(all).zh}（填报 ${asked} 个字段 × ${perField} 分钟${itemMinutes > 0 ? ` + 办理 ${itemMinutes} 分钟` : ''}，× ${times} 次）`,
    `${inHours(each).en} for each place, ${inHours(all).en} for all ${places} (${asked} fields × ${perField} min${itemMinutes > 0 ? ` + ${itemMinutes} min of work` : ''}, × ${times})`)
}
