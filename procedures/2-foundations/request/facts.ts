import { account, choice, files, matterRef, office, offices, personName, phone, point, reference, region, text, told, whole, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { oversightFacts } from '../../usual/oversight.ts'
import { borders } from '../../usual/placing.ts'

export const closings = {
  fixed: { zh: '已解决', en: 'Fixed' },
  cannot: { zh: '无法解决', en: 'Cannot be fixed' },
  notOurs: { zh: '非本平台职责', en: 'Not ours' },
} as const

const kept = words('裁定作为先例保存，供同类事项查阅', 'a ruling is kept as a precedent for like matters')

/** What is known of a request, in the order in which it comes to be known. */
export const facts = {
  text: text({ zh: '诉求内容', en: 'What is the matter', min: 4, lines: 5, search: 'words', basis: ['21.4'] }),
  category: reference('category', { zh: '类别', en: 'Category', class: 'public', search: 'exact' }),
  originalCategory: reference('category', { zh: '更正前的类别', en: 'Category before it was changed', class: 'public' }),
  categoryReason: text({ zh: '更正类别的理由', en: 'Reason for another category', min: 4, max: 300 }),
  inPost: yesNo({ zh: '工作人员在岗上报', en: 'Reported in a post', class: 'public' }),
  place: region({ zh: '所在村（社区）', en: 'Village', class: 'public', search: 'exact', basis: ['21.2'] }),
  spot: text({ zh: '具体位置', en: 'Where exactly', max: 200, search: 'words' }),
  point: point({ zh: '地图位置', en: 'Point on the map' }),
  borders,
  photos: files({ zh: '照片', en: 'Photos', max: 6 }),
  anonymous: yesNo({ zh: '对办理人员匿名', en: 'Anonymous towards handlers' }),
  contactName: personName({ zh: '联系人', en: 'Contact', search: 'name' }),
  contactPhone: phone({ zh: '联系电话', en: 'Contact phone', search: 'digits' }),
  keptName: personName({ zh: '匿名反映人', en: 'Anonymous reporter', class: 'confidential', hidden: true }),
  keptPhone: phone({ zh: '匿名反映人电话', en: 'Anonymous reporter’s phone', class: 'confidential', hidden: true }),
  supplement: text({ zh: '补充内容', en: 'What is added', max: 1000, lines: 3, search: 'words' }),
  office: office({ zh: '承办单位', en: 'Responsible office', class: 'public', search: 'exact' }),
  route: told({ zh: '分派依据', en: 'Routing rule', kept }),
  dispatchReason: text({ zh: '不按路由分派的理由', en: 'Reason for another office', max: 300 }),
  triagedBy: office({ zh: '分派单位', en: 'Dispatched by', class: 'public' }),
  recallReason: text({ zh: '收回理由', en: 'Reason for the recall', min: 4, max: 500, lines: 2 }),
  returnReason: text({ zh: '退回理由', en: 'Reason for the return', min: 4, max: 500, lines: 2 }),
  returnClause: text({ zh: '退回依据', en: 'Clause relied on', max: 200 }),
  proposedOffice: office({ zh: '建议承办单位', en: 'Office proposed' }),
  returns: whole({ zh: '退回次数', en: 'Returns', class: 'public' }),
  ruling: text({ zh: '裁定理由', en: 'Grounds of the ruling', min: 4, max: 500, lines: 2, kept }),
  ruled: yesNo({ zh: '已裁定', en: 'Ruled', class: 'public' }),
  colleague: account({ zh: '经办人', en: 'Person in charge' }),
  coHandlers: offices({ zh: '协办单位', en: 'Co-handling offices', class: 'public' }),
  progress: text({ zh: '办理进展', en: 'Progress', max: 2000, lines: 3 }),
  evidence: files({ zh: '办理照片', en: 'Evidence', max: 9, accept: 'any' }),
  outcome: choice(closings, { zh: '办理结论', en: 'Outcome', class: 'public', search: 'exact', basis: ['21.4'] }),
  result: text({ zh: '办理结果', en: 'What was done', min: 4, lines: 4 }),
  whyNot: text({ zh: '无法解决的原因', en: 'Why it cannot be fixed', min: 4, max: 1000, lines: 2 }),
  whereTo: text({ zh: '应向何处反映', en: 'Where to turn', min: 2, max: 300 }),
  inTime: yesNo({ zh: '按期办结', en: 'Handled in time', class: 'public' }),
  resolvedBy: account({ zh: '报核人', en: 'Who resolved it' }),
  verified: yesNo({ zh: '现场核实属实', en: 'Found settled on the spot', class: 'public' }),
  verifyNote: text({ zh: '核实情况', en: 'What was seen', max: 500, lines: 2 }),
  reopenReason: text({ zh: '不满意的原因', en: 'Why it is not settled', min: 2, max: 500, lines: 2 }),
  confirmed: choice({ yes: { zh: '居民确认', en: 'Confirmed' }, inPost: { zh: '上报人员确认（不计居民评价）', en: 'Confirmed in a post, not by a resident' }, unanswered: { zh: '逾期未答复', en: 'Unanswered' } }, { zh: '居民确认', en: 'Resident’s word', class: 'public' }),
  rating: whole({ zh: '满意度', en: 'Rating', min: 1, max: 5, class: 'public', basis: ['48'], unit: { zh: '分', en: 'of 5' } }),
  ratingNote: text({ zh: '评价意见', en: 'Comment', max: 500, lines: 2 }),
  revisitNote: text({ zh: '回访情况', en: 'What the revisit found', min: 4, max: 1000, lines: 3 }),
  main: matterRef({ zh: '并入事项', en: 'Joined to', search: 'exact' }),
  withdrawReason: text({ zh: '撤回原因', en: 'Why it is withdrawn', max: 300 }),
  handUpReason: text({ zh: '上报理由', en: 'Why it goes up', min: 4, max: 500, lines: 2 }),
  ...oversightFacts,
}

export type RequestFacts = typeof facts
