/** Who raises a topic and takes part in its discussion (Art. 25.1). None of them has a vote by it: who votes is the roll's to say. */
export const discussants = {
  resident: { zh: '村（居）民', en: 'Resident' },
  representative: { zh: '村（居）民代表', en: 'Residents’ representative' },
  household: { zh: '户代表', en: 'Household representative' },
  owner: { zh: '业主', en: 'Owner' },
  ownersCommittee: { zh: '业主委员会', en: 'Owners’ committee' },
  propertyFirm: { zh: '物业管理服务企业', en: 'Property firm' },
  other: { zh: '驻地单位、社会组织等', en: 'Unit or organisation of the place' },
} as const

/** Who raises it: those of Article 25, the committee itself, or those entitled to have a meeting convened. */
export const raisers = {
  residents: { zh: '村（居）民', en: 'Residents' },
  representatives: { zh: '村（居）民代表', en: 'Residents’ representatives' },
  households: { zh: '户代表', en: 'Household representatives' },
  owners: { zh: '业主', en: 'Owners' },
  ownersCommittee: { zh: '业主委员会', en: 'Owners’ committee' },
  propertyFirm: { zh: '物业管理服务企业', en: 'Property firm' },
  branch: { zh: '村（社区）党组织', en: 'Party branch of the village' },
  committee: { zh: '村（居）民委员会', en: 'Village or residents’ committee' },
} as const

/** What a counter declares of themselves for one count; nobody’s family is kept. */
export const kinOfCount = {
  none: { zh: '与表决事项直接涉及的人、户没有亲属关系', en: 'Not kin to anybody the vote directly concerns' },
  some: { zh: '有亲属关系', en: 'Kin to one of them' },
} as const

/** What a counter finds of a line of the attendance book that whoever it names contests. */
export const lineAnswers = {
  stands: { zh: '确已参加', en: 'They took part' },
  struck: { zh: '没有参加，撤销这一行', en: 'They did not: the line is taken back' },
} as const

/** Who may demand that a body be convened; what share of them is needed is the law's to say. */
export const demands = {
  villagers: { zh: '村民要求召开村民会议', en: 'Villagers, for the assembly' },
  representatives: { zh: '村民代表要求召开村民会议', en: 'Representatives, for the assembly' },
  representativesMeeting: { zh: '村民代表要求召开村民代表会议', en: 'Representatives, for their own meeting' },
} as const

export const declineGrounds = {
  notOurs: { zh: '不属于村（居）民自治范围', en: 'Not for the village to decide' },
  unlawful: { zh: '违反法律法规', en: 'Contrary to law' },
  alreadyDecided: { zh: '已经议决，没有新情况', en: 'Decided already, and nothing new' },
  request: { zh: '属于个人诉求，按诉求办理', en: 'A request of one person’s, handled as such' },
  unclear: { zh: '内容不清，请补充后再提', en: 'Unclear: raise it again when it is clearer' },
} as const

export const forms = {
  hall: { zh: '现场会议', en: 'In the hall' },
  online: { zh: '线上', en: 'Online' },
  both: { zh: '现场和线上', en: 'In the hall and online' },
} as const

export const rollSources = {
  register: { zh: '由户籍人口台账生成', en: 'From the register of households' },
  before: { zh: '沿用上一次同类名册（代表、成员、业主）', en: 'The last roll of that kind (representatives, members, owners)' },
  paper: { zh: '按纸质名册录入、导入', en: 'Entered from a paper roll or a table' },
} as const

export const editsOfRoll = {
  strike: { zh: '划去（未满十八周岁、去世、迁出等）', en: 'Strike (under age, dead, moved away)' },
  ofAge: { zh: '核实已满十八周岁', en: 'Found to be eighteen' },
  away: { zh: '外出居住', en: 'Lives elsewhere' },
  add: { zh: '补入', en: 'Add' },
} as const

export const changesOfRoll = {
  add: { zh: '补入', en: 'Add' },
  strike: { zh: '划去', en: 'Strike' },
  alter: { zh: '更正', en: 'Alter' },
} as const

export const correctionReasons = {
  death: { zh: '去世', en: 'Death' },
  moved: { zh: '迁出', en: 'Moved away' },
  joined: { zh: '迁入', en: 'Moved in' },
  split: { zh: '分户', en: 'The household was split' },
  merged: { zh: '并户', en: 'Households were merged' },
  age: { zh: '年龄', en: 'Age' },
  other: { zh: '其他', en: 'Other' },
} as const

export const outcomes = {
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '未通过', en: 'Failed' },
  noQuorum: { zh: '未达到法定人数', en: 'No quorum' },
  agreed: { zh: '协商一致', en: 'Agreed' },
  notAgreed: { zh: '未协商一致', en: 'Not agreed' },
} as const

/** On what alone a township looks at a village's resolution: law and procedure, never whether it is wise. */
export const objectionGrounds = {
  unlawful: { zh: '内容违反法律法规或国家政策', en: 'Contrary to law or national policy' },
  rights: { zh: '侵犯人身、民主、财产权利', en: 'It infringes personal, democratic or property rights' },
  procedure: { zh: '违反议事程序', en: 'The procedure was not kept' },
  count: { zh: '名册、到会或计票有误', en: 'Roll, attendance or count is wrong' },
} as const

/** The grounds of content: on these alone may a resolution be annulled. On procedure and count it is counted or voted on again. */
export const ofContent: ReadonlySet<string> = new Set<keyof typeof objectionGrounds>(['unlawful', 'rights'])

export const rulings = {
  dismissed: { zh: '异议不成立', en: 'Dismissed' },
  recount: { zh: '程序、计票有误，重新计票', en: 'Procedure or count was wrong: count again' },
  revote: { zh: '程序、计票有误，重新表决', en: 'Procedure or count was wrong: vote again' },
} as const

export const judgments = {
  upheld: { zh: '驳回，决议有效', en: 'Dismissed: the resolution stands' },
  annulled: { zh: '撤销决议', en: 'The resolution is annulled' },
} as const

/** Stages in which a topic may be talked about: from the day it is taken up until the vote. */
export const discussed = ['branch', 'conferring', 'party', 'preparing', 'noticed'] as const
