import { account, choice, day, files, office, offices, point, reference, region, text, whole, yesNo } from '../../../kernel/facts.ts'
import { labelOf } from '../../../regulation/citation.ts'
import { owedByCommunities } from '../../../regulation/communities.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { oversightFacts } from '../../usual/oversight.ts'
import { borders } from '../../usual/placing.ts'
import { grades, kinds } from './kinds.ts'

export const sources = {
  resident: { zh: '居民反映', en: 'A resident' },
  grid: { zh: '网格员上报', en: 'A grid worker' },
  community: { zh: '村（社区）上报', en: 'The community' },
  visit: { zh: '走访发现', en: 'A visit' },
  patrol: { zh: '巡查发现', en: 'A patrol' },
  inspection: { zh: '检查发现', en: 'An inspection' },
  office: { zh: '单位排查', en: 'An office' },
} as const

const responsible = {
  firm: { zh: '企业、物业、经营单位', en: 'A firm or property manager' },
  owner: { zh: '业主、住户', en: 'An owner or household' },
  office: { zh: '机关部门', en: 'An office' },
  community: { zh: '村（社区）', en: 'The community' },
} as const

const verdicts = {
  passed: { zh: '复查通过', en: 'Put right' },
  again: { zh: '仍需整改', en: 'Not yet' },
} as const

const provisions: Readonly<Record<string, Words>> = Object.fromEntries(owedByCommunities.map(one => [one, labelOf(one)]))

const noName = words('写清隐患，不写居民姓名、电话', 'What is wrong; no resident’s name or phone')

/** What is known of a hazard, in the order in which it comes to be known. */
export const facts = {
  what: text({ zh: '隐患情况', en: 'The hazard', min: 4, max: 500, lines: 3, search: 'words', hint: noName, basis: ['34.2'] }),
  kind: choice(kinds, { zh: '隐患类型', en: 'Kind', class: 'public', search: 'exact', basis: ['34.4'] }),
  place: region({ zh: '所在村（社区）或网格', en: 'Village or grid', class: 'public', search: 'exact' }),
  spot: text({ zh: '具体位置', en: 'Where exactly', max: 200, search: 'words' }),
  point: point({ zh: '地图位置', en: 'Point on the map' }),
  borders,
  danger: yesNo({ zh: '现在就有人处于危险中', en: 'Somebody is in danger now', class: 'public' }),
  warned: text({ zh: '已做的提示、疏散', en: 'Who was warned or led away', min: 4, max: 500, lines: 2, hint: words('先保证人的安全：提示、围挡、疏散、报警', 'People first: warn, fence off, lead away, call for help') }),
  photos: files({ zh: '照片', en: 'Photos', max: 3 }),
  source: choice(sources, { zh: '发现途径', en: 'How it was found', class: 'public', search: 'exact' }),
  grade: choice(grades, { zh: '等级', en: 'Grade', class: 'public', search: 'exact' }),
  gradeReason: text({ zh: '定级理由', en: 'Why so graded', min: 4, max: 500, lines: 2 }),
  safety: text({ zh: '整改前的安全措施', en: 'How people are kept safe meanwhile', min: 6, max: 1000, lines: 3, hint: words('提示了谁、是否疏散、现场由谁看守', 'Who was warned, whether people were led away, who guards the spot') }),
  dropReason: text({ zh: '不作为隐患的理由', en: 'Why it is no hazard', min: 4, max: 500, lines: 2 }),
  authority: office({ zh: '督促整改单位', en: 'Who sees to it', class: 'public', search: 'exact' }),
  responsible: choice(responsible, { zh: '谁负责整改', en: 'Who answers for it', class: 'public', search: 'exact' }),
  office: office({ zh: '责任部门', en: 'Office responsible', class: 'public' }),
  firm: text({ zh: '责任企业、物业、经营单位', en: 'Firm responsible', min: 2, max: 80 }),
  door: text({ zh: '责任业主、住户的门牌', en: 'Door of the owner', min: 2, max: 80, hint: words('写门牌，不写姓名', 'The door, not the name') }),
  item: reference('work-item', { zh: '清单事项', en: 'Item of the list' }),
  provision: choice(provisions, { zh: '或条例条款', en: 'Or provision' }),
  requirement: text({ zh: '整改要求', en: 'What has to be done', min: 6, max: 1000, lines: 3 }),
  putRightBy: day({ zh: '责令整改期限', en: 'Ordered put right by', class: 'public' }),
  contestReason: text({ zh: '不属本单位的理由和依据', en: 'Why it is not yours, and on what ground', min: 6, max: 500, lines: 2 }),
  contestedBy: office({ zh: '提出异议的单位', en: 'Who objected' }),
  objectors: offices({ zh: '先后提出过异议的单位', en: 'All who objected', max: 40 }),
  given: yesNo({ zh: '已列入村（社区）任务', en: 'Counted as the community’s work' }),
  done: text({ zh: '整改情况', en: 'What was put right', min: 6, max: 2000, lines: 3 }),
  proof: files({ zh: '整改照片、材料', en: 'Proof', max: 6, accept: 'any' }),
  rectifiedBy: account({ zh: '整改登记人', en: 'Who put it right' }),
  verdict: choice(verdicts, { zh: '复查结论', en: 'Verdict', class: 'public' }),
  recheckNote: text({ zh: '复查情况', en: 'What was seen', min: 4, max: 1000, lines: 2 }),
  rounds: whole({ zh: '复查未通过次数', en: 'Times found not put right', class: 'public', max: 99 }),
  ...oversightFacts,
}

export type HazardFacts = typeof facts
