import { choice, day, matterRef, office, region, rows, text, whole, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

/** Who founds a committee (People's Mediation Law, Art. 8 and 34; Art. 31.2 of the regulation). */
export const founders = {
  committee: { zh: '村（居）民委员会', en: 'Village or residents’ committee' },
  township: { zh: '乡镇（街道）', en: 'Township or subdistrict' },
  enterprise: { zh: '企业事业单位', en: 'Enterprise or institution' },
  organisation: { zh: '人民团体', en: 'People’s organisation' },
  association: { zh: '行业协（商）会', en: 'Trade association or chamber' },
  social: { zh: '其他社会组织', en: 'Another social organisation' },
} as const

export const chosenHow = { elected: { zh: '推选', en: 'Elected or chosen' }, appointed: { zh: '聘任', en: 'Appointed' } } as const

/** Who chooses the members where they are elected (People's Mediation Law, Art. 9). */
const assemblies = {
  villagers: { zh: '村民会议', en: 'Villagers’ assembly' },
  representatives: { zh: '村民代表会议', en: 'Meeting of villagers’ representatives' },
  residents: { zh: '居民会议', en: 'Residents’ assembly' },
  staff: { zh: '职工（代表）大会或者工会', en: 'Staff assembly or trade union' },
} as const

const groups = {
  yes: { zh: '有人数较少民族的成员', en: 'Members of the smaller groups are among them' },
  no: { zh: '没有', en: 'None is' },
  none: { zh: '不是多民族居住地区', en: 'It is no multi-ethnic area' },
} as const

const nobody = words('只核实是否符合，不写姓名、性别、民族', 'Say whether it is met; no names, sex or ethnicity')

export const facts = {
  place: region({ zh: '设在哪里', en: 'Where it stands', class: 'public', search: 'exact', levels: ['county', 'township', 'village'] }),
  office: office({ zh: '调解委员会', en: 'Committee', class: 'public', search: 'exact', basis: ['31.1'] }),
  name: text({ zh: '名称', en: 'Name', class: 'public', min: 4, max: 80, search: 'words' }),
  founder: choice(founders, { zh: '由谁设立', en: 'Founded by', class: 'public', search: 'exact', basis: ['31.2'] }),
  foundedBy: text({ zh: '设立单位名称', en: 'Name of the founder', class: 'public', min: 2, max: 80 }),
  members: whole({ zh: '委员人数', en: 'Members', class: 'public', min: 1, max: 99, unit: words('人', 'people') }),
  chosen: choice(chosenHow, { zh: '委员产生方式', en: 'Members are', class: 'public', search: 'exact', basis: ['30.1'] }),
  assembly: choice(assemblies, { zh: '由哪个会议推选', en: 'Chosen by', class: 'public', hint: words('推选的填写；聘任的不填', 'Where they are elected; else left out') }),
  metOn: day({ zh: '会议日期', en: 'Met on', class: 'public' }),
  deliberation: matterRef({ zh: '会议事项', en: 'Matter of the meeting', class: 'public', hint: words('在平台上召开的，填会议事项', 'Where the meeting was held on the platform') }),
  from: day({ zh: '任期起', en: 'Term from', class: 'public' }),
  until: day({ zh: '任期止', en: 'Term until', class: 'public' }),
  contact: text({ zh: '办公电话', en: 'Phone of the office', class: 'public', min: 6, max: 20, hint: words('公开；只填固定办公电话', 'Published: the phone of the office alone') }),
  sizeMet: yesNo({ zh: '委员人数符合法律规定', en: 'The number of members is as the law asks', class: 'public' }),
  womanMet: yesNo({ zh: '委员中有妇女', en: 'A woman is among them', class: 'public', hint: nobody }),
  groupsMet: choice(groups, { zh: '多民族居住地区的委员构成', en: 'Members of the smaller groups', class: 'public', hint: nobody }),
  note: text({ zh: '意见', en: 'Opinion', min: 2, max: 500, lines: 2, hint: nobody }),
  mended: text({ zh: '已补正什么', en: 'What was mended', min: 2, max: 500, lines: 2 }),
  filedOn: day({ zh: '备案日期', en: 'Filed on', class: 'public' }),
  guidedOn: day({ zh: '最近指导日期', en: 'Last guided on', class: 'public' }),
  guidance: text({ zh: '指导情况', en: 'What was looked at', class: 'internal', min: 4, max: 1000, lines: 3, hint: words('案卷、场所、制度、经费，不写个人情况', 'Files, rooms, rules, funds; nothing of persons') }),
  late: yesNo({ zh: '未按年度指导', en: 'Not guided in the year', class: 'public', search: 'exact' }),
  why: text({ zh: '撤销理由', en: 'Why it is dissolved', class: 'public', min: 4, max: 300, lines: 2 }),
  successor: office({ zh: '由哪个调解委员会接续', en: 'Followed by', class: 'public' }),
  openDisputes: rows({ number: text({ zh: '编号', en: 'Number', max: 40 }) }, { zh: '未结纠纷', en: 'Open disputes', min: 0, max: 500 }),
}

export type CommitteeFacts = typeof facts
