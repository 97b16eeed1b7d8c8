import type { CategoryGroup, CategoryRow } from '../categories.ts'
import type { Period } from '../../kernel/period.ts'

/** The groups, in the order in which residents are offered them. */
export const categoryGroups: readonly CategoryGroup[] = [
  { code: 'roads', zh: '道路交通', en: 'Roads and transport' },
  { code: 'utilities', zh: '水电气暖和通信', en: 'Water, power, heat and telecoms' },
  { code: 'environment', zh: '环境卫生', en: 'Environment and sanitation' },
  { code: 'housing', zh: '房屋和物业', en: 'Housing and property' },
  { code: 'land', zh: '土地和农业', en: 'Land and farming' },
  { code: 'work', zh: '劳动和社会保险', en: 'Work and social insurance' },
  { code: 'care', zh: '救助和照护', en: 'Support and care' },
  { code: 'education-health', zh: '教育和医疗', en: 'Education and health' },
  { code: 'safety', zh: '公共安全', en: 'Public safety' },
  { code: 'neighbours', zh: '邻里和村务', en: 'Neighbours and village affairs' },
  { code: 'services', zh: '政务和消费', en: 'Government services and consumers' },
]

const hours = (amount: number): Period => ({ amount, unit: 'workingHours' })
const days = (amount: number): Period => ({ amount, unit: 'workingDays' })

type Entry = readonly [code: string, zh: string, en: string, limit: Period | undefined, own?: 'community']

const of = (group: string, entries: readonly Entry[]): readonly CategoryRow[] =>
  entries.map(([code, zh, en, limit, own]) => ({ code, group, zh, en, ...(limit && { limit }), community: own === 'community' }))

/**
 * What residents and grid workers report, after the catalogues usual on 12345 lines and grid platforms. Limits are the product's own
 * defaults (`shippedLimit`); without one the rule `request.handle` holds. Danger counts in hours.
 */
export const categories: readonly CategoryRow[] = [
  ...of('roads', [
    ['road-damage', '道路破损', 'Road damage', days(10)],
    ['village-road', '村道硬化养护', 'Village lanes', days(10)],
    ['street-light', '路灯故障', 'Street lights', days(3)],
    ['traffic-signs', '交通标志信号', 'Traffic signs and signals', days(5)],
    ['parking', '停车乱象', 'Parking', days(3)],
    ['bus-service', '公交客运', 'Bus service', days(5)],
  ]),
  ...of('utilities', [
    ['water-supply', '供水', 'Water supply', days(2)],
    ['power-supply', '供电', 'Power supply', days(2)],
    ['heating', '供暖', 'Heating', days(2)],
    ['gas-safety', '燃气安全', 'Gas safety', hours(4)],
    ['drainage', '排水排污', 'Drains and sewers', days(3)],
    ['telecoms', '网络通信', 'Network and telephone', days(5)],
  ]),
  ...of('environment', [
    ['rubbish', '垃圾清运', 'Rubbish collection', days(2)],
    ['public-toilet', '公共厕所', 'Public toilets', days(3)],
    ['noise', '噪声扰民', 'Noise', days(3)],
    ['smoke-dust', '油烟扬尘', 'Smoke and dust', days(3)],
    ['water-pollution', '水体污染', 'Water pollution', days(3)],
    ['livestock-waste', '养殖污染', 'Livestock waste', days(5)],
  ]),
  ...of('housing', [
    ['illegal-building', '违法建设', 'Unlawful building', days(10)],
    ['unsafe-house', '危旧房屋', 'Unsafe houses', days(5)],
    ['property-service', '物业服务', 'Property management', undefined],
    ['lift-safety', '电梯安全', 'Lift safety', hours(7)],
    ['shared-space', '楼道公共空间', 'Stairs and shared space', days(3), 'community'],
  ]),
  ...of('land', [
    ['homestead', '宅基地', 'House plots', days(10)],
    ['land-contract', '土地承包', 'Farmland contracts', days(10)],
    ['land-expropriation', '征地补偿', 'Expropriation and compensation', days(15)],
    ['irrigation', '灌溉用水', 'Irrigation', days(3)],
    ['farm-subsidy', '惠农补贴', 'Farm subsidies', days(7)],
    ['crops-livestock', '种植养殖服务', 'Crops and livestock', undefined],
  ]),
  ...of('work', [
    ['unpaid-wages', '拖欠工资', 'Unpaid wages', days(7)],
    ['social-insurance', '社会保险', 'Social insurance', undefined],
    ['medical-insurance', '医疗保险', 'Health insurance', undefined],
  ]),
  ...of('care', [
    ['low-income', '社会救助', 'Social assistance', days(7)],
    ['elderly-care', '养老服务', 'Care of the elderly', undefined],
    ['disability', '残疾人服务', 'Services for disabled people', undefined],
    ['children-left-behind', '留守儿童关爱', 'Children left behind', days(3)],
  ]),
  ...of('education-health', [
    ['schooling', '学校教育', 'Schools', undefined],
    ['medical-care', '医疗服务', 'Medical care', undefined],
  ]),
  ...of('safety', [
    ['fire-hazard', '消防隐患', 'Fire hazards', days(2)],
    ['natural-hazard', '自然灾害隐患', 'Natural hazards', days(1)],
    ['loose-animals', '犬只和动物', 'Dogs and animals', days(2)],
    ['public-order', '公共秩序', 'Public order', days(2)],
  ]),
  ...of('neighbours', [
    ['neighbour-dispute', '邻里纠纷', 'Neighbours’ disputes', days(5), 'community'],
    ['village-affairs', '村务公开', 'Posting of village affairs', days(5), 'community'],
    ['village-facilities', '村集体设施', 'Village facilities', days(7), 'community'],
  ]),
  ...of('services', [
    ['service-conduct', '办事服务', 'Conduct of services', undefined],
    ['consumer', '消费维权', 'Consumer rights', days(7)],
  ]),
]
