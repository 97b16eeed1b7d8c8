import type { Article } from '../../duty.ts'
import { continuous, noneSet, voluntary, whenItArises } from '../periods.ts'

/** Articles 13 to 15: public places, new estates, the space standard and what venues pay for utilities. */
export const places: readonly Article[] = [
  {
    number: 13,
    title: { zh: '公共场所建设', en: 'Public places' },
    gist: {
      zh: '市、县政府把社区公共场所纳入规划，多种方式建设村居用房、服务中心、卫生和养老设施，并配好设备。',
      en: 'City and county plan for community premises and provide them in many ways: committee offices, service centres, health stations, care for the elderly, equipped for use.',
    },
    duties: [
      {
        id: '13-1', basis: '13', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '编制国土空间规划和村庄规划时安排社区公共场所', en: 'Provide for community premises in the spatial plans of county and township and in village plans' },
        period: { zh: '随规划编制，条例未定期限', en: 'With each plan; no period is set by the regulation' },
        evidence: { zh: '设施条目所引的规划文件', en: 'The plan cited by each facility' },
        procedures: ['facility'],
      },
      {
        id: '13-2', basis: '13', force: 'must', bearer: ['city-government', 'county-government'],
        action: {
          zh: '整合资源，以新建、改扩建、购置、租用或项目配套等办法，统一推进村居办公、党群服务、卫生、养老四类设施',
          en: 'Pool resources to provide committee offices, Party and community service centres, health stations and elderly care, by building, extending, buying, renting or as part of projects',
        },
        period: continuous,
        evidence: { zh: '设施名册：类别、面积和取得方式', en: 'The facility roll: kind, area, and how each was provided' },
        procedures: ['facility', 'space-standard'],
      },
      {
        id: '13-3', basis: '13', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '为这些场所配置公共服务设备', en: 'Equip these premises for public service' },
        period: noneSet,
        evidence: { zh: '设施名册中的设备记录', en: 'Equipment on the facility roll' },
        procedures: ['facility'],
      },
    ],
  },
  {
    number: 14,
    title: { zh: '新区配套与老区补建', en: 'New estates and old quarters' },
    gist: {
      zh: '新建和成片改造住区的服务设施与主体工程规划、建设、验收、交付四同步；老区不足的由县里补足。',
      en: 'In new or redeveloped estates community facilities are planned, built, accepted and delivered with the homes; where old quarters lack them the county makes up for it.',
    },
    duties: [
      {
        id: '14.1-1', basis: '14.1', force: 'must', bearer: ['natural-resources', 'housing', 'developer'], at: ['city', 'county'], implied: true,
        action: { zh: '依国家和省的标准，把社区服务设施列入工程规划', en: 'Put community facilities into the construction plan by national and provincial standards' },
        period: { zh: '工程规划阶段', en: 'At the planning stage of the project' },
        evidence: { zh: '项目规划节点及核对结果', en: 'The planning milestone of the estate, checked' },
        procedures: ['estate-delivery'],
      },
      {
        id: '14.1-2', basis: '14.1', force: 'must', bearer: ['natural-resources', 'housing', 'developer'], at: ['city', 'county'], implied: true,
        action: { zh: '做到设施与住宅一起规划、一起建设、一起验收、一起交付', en: 'Plan, build, accept and deliver the facilities together with the homes' },
        period: { zh: '与建设项目各阶段同步', en: 'In step with each stage of the project' },
        evidence: { zh: '四个同步节点的核查记录', en: 'The four milestones, each checked' },
        procedures: ['estate-delivery'],
      },
      {
        id: '14.2-1', basis: '14.2', force: 'must', bearer: ['county-government'],
        action: { zh: '老城区和已建住区缺少设施或不敷使用的，按标准建设', en: 'Where an old quarter or finished estate lacks facilities or has too few, build them to standard' },
        period: whenItArises,
        evidence: { zh: '缺口测算及补足进展', en: 'The computed shortfall and the remedy under way' },
        procedures: ['facility', 'space-standard'],
      },
      {
        id: '14.2-2', basis: '14.2', force: 'may', bearer: ['county-government'],
        action: { zh: '以置换、购入、租用、借用代替新建', en: 'Exchange, buy, rent or borrow premises instead of building' },
        period: whenItArises,
        evidence: { zh: '设施的取得方式', en: 'How each facility was provided' },
        procedures: ['facility'],
      },
    ],
  },
  {
    number: 15,
    title: { zh: '面积标准与场所费用', en: 'Space standard and venue costs' },
    gist: {
      zh: '综合服务设施原则上每百户不少于三十平方米；鼓励驻地单位开放资源；场所水电暖气按居民价收费。',
      en: 'Service premises are planned at no less than 30 m² per 100 households in principle; resident units are encouraged to open theirs; utilities are charged at the residents’ price.',
    },
    duties: [
      {
        id: '15.1-1', basis: '15.1', force: 'must', bearer: ['county-government', 'natural-resources'], at: ['city', 'county'], implied: true,
        action: { zh: '规划综合服务设施时，原则上达到每百户三十平方米', en: 'Plan service premises at 30 m² of floor per 100 households or more, in principle' },
        period: { zh: '规划时；此后持续对照', en: 'When planning; then compared continuously' },
        evidence: { zh: '按户数计算的应有面积、现有面积和缺口', en: 'Area required by households, area there is, and the shortfall' },
        procedures: ['space-standard', 'facility'],
      },
      {
        id: '15.1-2', basis: '15.1', force: 'may', bearer: ['county-government'], implied: true,
        action: { zh: '面积不足时，以置换、购入、租用、借用补足', en: 'Make up a shortfall by exchange, purchase, rent or loan' },
        period: whenItArises,
        evidence: { zh: '缺口的补足方式和进展', en: 'How the shortfall is made up, and how far' },
        procedures: ['facility', 'space-standard'],
      },
      {
        id: '15.2-1', basis: '15.2', force: 'encouraged', bearer: ['unit'],
        action: { zh: '为基层治理提供场地设施', en: 'Provide premises for grassroots governance' },
        period: voluntary,
        evidence: { zh: '驻地单位提供的设施', en: 'Premises offered by resident units' },
        procedures: ['facility', 'joint-action'],
      },
      {
        id: '15.2-2', basis: '15.2', force: 'encouraged', bearer: ['unit'],
        action: { zh: '免费或优惠向社区开放本单位资源', en: 'Open their own resources to the community free or at a discount' },
        period: voluntary,
        evidence: { zh: '开放的资源、条件和使用情况', en: 'What is open, on what terms, and its use' },
        procedures: ['facility', 'joint-action'],
      },
      {
        id: '15.3-1', basis: '15.3', force: 'must', bearer: ['utility-supplier'],
        action: { zh: '对治理场所按当地居民价格收取电、水、暖、气费用', en: 'Charge governance venues the local residents’ price for power, water, heat and gas' },
        period: { zh: '每个计费周期', en: 'Each billing period' },
        evidence: { zh: '各场所账单与居民价的比对，多收的退还凭证', en: 'Each venue’s bills against the residents’ tariff, and proof of any refund' },
        procedures: ['facility'],
      },
    ],
  },
]
