import type { Fact } from '../fact.ts'
import { choice, day, files, personName, rows, text, whole, yesNo } from '../facts.ts'
import { words, type Words } from '../words.ts'
import { marks, ways, type Way } from './track.ts'

/** Why somebody stands on a roll. */
export const grounds = {
  registered: { zh: '户籍在本村并居住', en: 'Registered and living here' },
  away: { zh: '户籍在本村、外出居住', en: 'Registered here, living elsewhere' },
  admitted: { zh: '户籍不在本村，经同意列入', en: 'Registered elsewhere, admitted by the village' },
  split: { zh: '分户后单独立户', en: 'A household of its own after a division' },
  elected: { zh: '当选的代表或者委员', en: 'Elected representative or committee member' },
  member: { zh: '经确认的集体经济组织成员', en: 'Confirmed member of the collective' },
  owner: { zh: '不动产登记的业主', en: 'Owner by the property register' },
} as const satisfies Record<string, Words>

export type Ground = keyof typeof grounds

/** A number on the roll, as printed before the name. */
export const rollNumber = whole({ zh: '序号', en: 'Number', class: 'internal', min: 1, max: 100_000 })

const areaText = (label: Words & { readonly hint: Words }): Fact<string> => {
  const base = text({ ...label, class: 'internal', max: 12 })
  const wrong = words('须为平方米数，最多两位小数', 'must be square metres with at most two decimals')
  return {
    ...base, schema: { ...base.schema, pattern: '^\\d{1,7}(\\.\\d{1,2})?$' },
    check: value => {
      const checked = base.check(typeof value === 'number' ? String(value) : value)
      if (!checked.ok) return checked
      return /^\d{1,7}(\.\d{1,2})?$/.test(checked.value) && hundredths(checked.value) > 0 ? checked : { ok: false, why: wrong }
    },
  }
}

/** 89.5 → 8950, without a float. For text that `areaText` has checked. */
export const hundredths = (area: string): number => {
  const [metres = '0', rest = ''] = area.split('.')
  return Number(metres) * 100 + Number(rest.padEnd(2, '0'))
}

/** What stands on a line of a roll beside its number. */
export const lineColumns = {
  name: personName({ zh: '姓名（户主、代表、成员或者业主）', en: 'Name', class: 'internal' }),
  household: text({ zh: '户号', en: 'Household', class: 'internal', max: 40 }),
  door: text({ zh: '门牌或者房号', en: 'Door', class: 'internal', max: 120 }),
  area: areaText({ zh: '专有部分面积（平方米）', en: 'Area (m²)', hint: words('业主填写，名下各套合计', 'Owners only: all their dwellings together') }),
  ground: choice(grounds, { zh: '列入依据', en: 'Ground', class: 'internal' }),
  livedSince: day({ zh: '在本村居住起始日期（户籍不在本村的填写）', en: 'Living here since (registered elsewhere)', class: 'internal' }),
}

/** The roll as written on paper or in a sheet, one unit a row. */
export const rollRows = rows({ number: rollNumber, ...lineColumns }, { zh: '表决名册', en: 'Roll', class: 'internal', max: 5000, optional: ['household', 'door', 'area', 'ground', 'livedSince'] })

/** Phones sign themselves in. */
const { phone: _, ...atTheTable } = ways
type AtTheTable = Exclude<Way, 'phone'>

/** The attendance book as the sign-in table keeps it. */
export const attendanceRows = rows({
  number: rollNumber,
  way: choice(atTheTable satisfies Record<AtTheTable, Words>, { zh: '参加方式', en: 'How', class: 'internal' }),
  holder: whole({ zh: '受托人序号', en: 'Number of who stands for them', class: 'internal', min: 1, max: 100_000 }),
  holderName: personName({ zh: '受托人姓名（不在名册上的）', en: 'Who stands for them, if not on the roll', class: 'internal' }),
  written: yesNo({ zh: '有书面委托', en: 'In writing', class: 'internal' }),
}, { zh: '签到', en: 'Attendance', class: 'internal', max: 5000, optional: ['holder', 'holderName', 'written'] })

export const countPlace = text({ zh: '计票点（会场、票箱或者小组）', en: 'Where it was counted (hall, box, group)', class: 'public', max: 60 })

const counted = (label: Words): Fact<number> => whole({ ...label, class: 'sensitive', max: 100_000 })

/** One count of hands or papers. Hidden, so that the second who counts is not shown what the first found. */
export const countTotals = rows({ for: counted(marks.for), against: counted(marks.against), abstain: counted(marks.abstain), spoilt: counted(marks.spoilt) },
  { zh: '计票结果', en: 'Count', class: 'sensitive', hidden: true, max: 1 })

/** Signed papers, one a row. Hidden likewise. */
export const countLines = rows({ number: rollNumber, choice: choice(marks, { zh: '意见', en: 'Choice', class: 'sensitive' }) },
  { zh: '记名票', en: 'Signed papers', class: 'sensitive', hidden: true, max: 5000 })

export const countSheet = files({ zh: '签字计票单照片', en: 'Photo of the signed sheet', class: 'internal', max: 2, accept: 'image' })
