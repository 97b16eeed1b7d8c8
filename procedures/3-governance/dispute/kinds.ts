import type { RuleName } from '../../../regulation/rules.ts'
import { words, type Words } from '../../../kernel/words.ts'

/** Limitations that run against a party while others talk: which figure, and what must be done before it runs out. */
export const limitations = {
  civil: { rule: 'civil.limitation', ...words('向法院起诉的诉讼时效', 'Limitation of a civil claim') },
  labour: { rule: 'labour.limitation', ...words('申请劳动仲裁的时效', 'Time to ask for labour arbitration') },
  farmland: { rule: 'farmland.limitation', ...words('申请农村土地承包仲裁的时效', 'Time to ask for farmland arbitration') },
  reconsideration: { rule: 'reconsideration.window', ...words('申请行政复议的期限', 'Time to ask for reconsideration') },
} as const satisfies Record<string, Words & { readonly rule: RuleName }>

export type Limitation = keyof typeof limitations

/** Why a court confirms no agreement of a kind. */
export const unconfirmable = {
  status: words('涉及身份关系、收养关系、婚姻关系', 'It is about status, adoption or marriage'),
  title: words('涉及物权、知识产权确权', 'It is about title to land or to intellectual property'),
  administrative: words('不是平等主体之间的民事争议', 'It is no civil dispute between equals'),
} as const

/** What is not settled by talk: another authority decides, by law. */
export const unmediable = {
  administrative: words('行政行为是否合法不能由调解决定', 'Whether an administrative act is lawful is not for mediation'),
} as const

type Kind = Words & {
  readonly limitation?: Limitation
  readonly unconfirmable?: keyof typeof unconfirmable
  readonly unmediable?: keyof typeof unmediable
  /** The permission by which its limitation counts from the end of the employment. */
  readonly fromEndOfEmployment?: RuleName
}

/** What disputes are about (Art. 28 to 31): which limitation runs, and what no mediation or court may do with it. */
export const disputeKinds = {
  neighbours: { zh: '邻里', en: 'Neighbours', limitation: 'civil' },
  family: { zh: '婚姻家庭', en: 'Marriage and family', unconfirmable: 'status' },
  support: { zh: '赡养抚养', en: 'Support of family', limitation: 'civil' },
  inheritance: { zh: '继承', en: 'Inheritance', limitation: 'civil' },
  homestead: { zh: '宅基地、相邻关系', en: 'Homestead and boundaries', limitation: 'civil' },
  farmland: { zh: '农村土地承包', en: 'Farmland contract', limitation: 'farmland' },
  landTitle: { zh: '土地、林草权属', en: 'Title to land, forest or pasture', unconfirmable: 'title' },
  water: { zh: '用水', en: 'Water', limitation: 'civil' },
  expropriation: { zh: '征收补偿', en: 'Compensation for expropriation', limitation: 'reconsideration', unconfirmable: 'administrative' },
  labour: { zh: '劳动争议', en: 'Labour', limitation: 'labour' },
  wages: { zh: '拖欠工资', en: 'Unpaid wages', limitation: 'labour', fromEndOfEmployment: 'labour.wages-from-end' },
  contract: { zh: '合同', en: 'Contract', limitation: 'civil' },
  debt: { zh: '借贷', en: 'Debt', limitation: 'civil' },
  injury: { zh: '损害赔偿', en: 'Injury and damage', limitation: 'civil' },
  traffic: { zh: '道路交通事故', en: 'Traffic accident', limitation: 'civil' },
  medical: { zh: '医疗', en: 'Medical', limitation: 'civil' },
  finance: { zh: '金融', en: 'Finance', limitation: 'civil' },
  property: { zh: '物业', en: 'Property management', limitation: 'civil' },
  consumer: { zh: '消费', en: 'Consumer', limitation: 'civil' },
  administrative: { zh: '行政争议', en: 'Act of an authority', limitation: 'reconsideration', unconfirmable: 'administrative', unmediable: 'administrative' },
  other: { zh: '其他', en: 'Other', limitation: 'civil' },
} as const satisfies Record<string, Kind>

export type DisputeKind = keyof typeof disputeKinds

export const kindTraits = (kind: DisputeKind | undefined): Kind => disputeKinds[kind ?? 'other']
