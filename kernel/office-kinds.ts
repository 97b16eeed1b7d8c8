import { levels, type Level } from './region.ts'
import type { Words } from './words.ts'
import { departments, peoplesOrganisations, type Department } from '../regulation/bearers.ts'

/**
 * The kinds of office and where each stands. `after` is what follows the place in the official name, by level where it differs
 * (`{}` stands for the place where something precedes it). The keys of the seventeen departments of Art. 5 and the seven people's
 * organisations of Art. 8 are the regulation's own, so that a duty finds its offices.
 */
export type OfficeKindTraits = Words & {
  readonly levels: readonly Level[]
  readonly after: string | Readonly<Partial<Record<Level, string>>>
  readonly inEnglish: string | Readonly<Partial<Record<Level, string>>>
}

const cityAndCounty: readonly Level[] = ['city', 'county']

const body = (zh: string, en: string, after: OfficeKindTraits['after'], inEnglish: OfficeKindTraits['inEnglish'], levels = cityAndCounty): OfficeKindTraits =>
  ({ zh, en, levels, after, inEnglish })

const department = (kind: Department, after: OfficeKindTraits['after'], inEnglish: string): OfficeKindTraits =>
  body(departments[kind].zh, departments[kind].en, after, inEnglish)

const organisation = (kind: keyof typeof peoplesOrganisations, after: string, inEnglish: string): OfficeKindTraits =>
  body(peoplesOrganisations[kind].zh, peoplesOrganisations[kind].en, after, inEnglish)

/** Art. 5.2. Names are those usual in the province; a place that calls its bureau otherwise changes the office's row. */
const seventeen = {
  'development-reform': department('development-reform', { city: '发展和改革委员会', county: '发展和改革局' }, 'Development and Reform Bureau'),
  education: department('education', '教育局', 'Education Bureau'),
  'ethnic-religious': department('ethnic-religious', { city: '民族宗教事务委员会', county: '民族宗教事务局' }, 'Ethnic and Religious Affairs Bureau'),
  'public-security': department('public-security', '公安局', 'Public Security Bureau'),
  'civil-affairs': department('civil-affairs', '民政局', 'Civil Affairs Bureau'),
  justice: department('justice', '司法局', 'Justice Bureau'),
  finance: department('finance', '财政局', 'Finance Bureau'),
  'human-resources': department('human-resources', '人力资源和社会保障局', 'Human Resources and Social Security Bureau'),
  'natural-resources': department('natural-resources', { city: '自然资源和规划局', county: '自然资源局' }, 'Natural Resources Bureau'),
  'ecology-environment': department('ecology-environment', '生态环境局', 'Ecology and Environment Bureau'),
  housing: body('住房建设部门', 'Housing and construction department', '住房和城乡建设局', 'Housing and Construction Bureau'),
  agriculture: department('agriculture', '农业农村局', 'Agriculture and Rural Affairs Bureau'),
  health: department('health', { city: '卫生健康委员会', county: '卫生健康局' }, 'Health Bureau'),
  emergency: department('emergency', '应急管理局', 'Emergency Management Bureau'),
  petitions: department('petitions', '信访局', 'Petitions Bureau'),
  'urban-management': department('urban-management', '城市管理局', 'Urban Management Bureau'),
  'big-data': department('big-data', '大数据服务管理局', 'Big Data Bureau'),
} as const satisfies Record<Department, OfficeKindTraits>

/** Not named in Art. 5, but requests of every day are theirs: roads, water, consumer goods and lifts, health insurance, fire. */
const forRouting = {
  transport: body('交通运输部门', 'Transport department', '交通运输局', 'Transport Bureau'),
  water: body('水务部门', 'Water department', '水务局', 'Water Bureau'),
  'market-regulation': body('市场监管部门', 'Market regulation department', '市场监督管理局', 'Market Regulation Bureau'),
  'medical-insurance': body('医疗保障部门', 'Healthcare security department', '医疗保障局', 'Healthcare Security Bureau'),
  'fire-rescue': body('消防救援机构', 'Fire and rescue', { city: '消防救援支队', county: '消防救援大队' }, 'Fire and Rescue Brigade'),
} as const satisfies Record<string, OfficeKindTraits>

/** Art. 8. */
const seven = {
  'trade-union': organisation('trade-union', '总工会', 'Federation of Trade Unions'),
  'youth-league': organisation('youth-league', '共青团{}委员会', 'Committee of the Communist Youth League'),
  'womens-federation': organisation('womens-federation', '妇女联合会', 'Women’s Federation'),
  'disabled-federation': organisation('disabled-federation', '残疾人联合会', 'Disabled Persons’ Federation'),
  'science-association': organisation('science-association', '科学技术协会', 'Association for Science and Technology'),
  'industry-commerce-federation': organisation('industry-commerce-federation', '工商业联合会', 'Federation of Industry and Commerce'),
  'red-cross': organisation('red-cross', '红十字会', 'Red Cross Society'),
} as const satisfies Record<keyof typeof peoplesOrganisations, OfficeKindTraits>

/** Mediation committees (Art. 30, 31): of villages and towns, of a county, and of its sectors. */
const mediation = {
  mediation: body('人民调解委员会', 'People’s mediation committee', '人民调解委员会', 'People’s Mediation Committee', ['county', 'township', 'village']),
  'mediation-medical': body('医疗纠纷人民调解委员会', 'Mediation committee for medical disputes', '医疗纠纷人民调解委员会', 'Medical Dispute Mediation Committee', ['county']),
  'mediation-traffic': body('道路交通事故人民调解委员会', 'Mediation committee for traffic accidents', '道路交通事故人民调解委员会', 'Traffic Accident Mediation Committee', ['county']),
  'mediation-labour': body('劳动争议人民调解委员会', 'Mediation committee for labour disputes', '劳动争议人民调解委员会', 'Labour Dispute Mediation Committee', ['county']),
  'mediation-finance': body('金融纠纷人民调解委员会', 'Mediation committee for financial disputes', '金融纠纷人民调解委员会', 'Financial Dispute Mediation Committee', ['county']),
  'mediation-property': body('物业纠纷人民调解委员会', 'Mediation committee for property management', '物业纠纷人民调解委员会', 'Property Management Mediation Committee', ['county']),
} as const satisfies Record<string, OfficeKindTraits>

export type MediationKind = keyof typeof mediation

export const isMediation = (kind: string): kind is MediationKind => Object.hasOwn(mediation, kind)

export const officeKinds = {
  lead: body('基层社会治理领导小组', 'Lead group for grassroots governance', '基层社会治理领导小组', 'Lead Group for Grassroots Governance'),
  gov: body('人民政府、街道办事处', 'People’s government or subdistrict office', '人民政府', 'People’s Government', ['city', 'county', 'township']),
  centre: body('综治中心', 'Governance centre', '综治中心', 'Governance Centre', ['city', 'county', 'township']),
  ...seventeen,
  ...forRouting,
  'justice-office': body('司法所', 'Justice office', '司法所', 'Justice Office', ['township']),
  'police-station': body('公安派出所', 'Police station', '派出所', 'Police Station', ['township']),
  committee: body('村（居）民委员会', 'Village or residents’ committee', '', 'Committee', ['village']),
  supervisory: body('村务监督委员会', 'Village supervisory committee', '村务监督委员会', 'Supervisory Committee', ['village']),
  congress: body('人大常委会', 'Standing committee of the people’s congress', '人民代表大会常务委员会', 'People’s Congress Standing Committee'),
  court: body('人民法院', 'People’s court', { city: '中级人民法院', county: '人民法院' }, { city: 'Intermediate People’s Court', county: 'People’s Court' }),
  procuratorate: body('人民检察院', 'People’s procuratorate', '人民检察院', 'People’s Procuratorate'),
  audit: body('审计部门', 'Audit department', '审计局', 'Audit Bureau'),
  access: body('账号与权限管理岗', 'Administration of accounts and access', '账号与权限管理岗', 'Access Administration'),
  ...mediation,
  hotline: body('12345 热线', '12345 hotline', '12345政务服务便民热线', '12345 Service Hotline', ['city']),
  ...seven,
} as const satisfies Record<string, OfficeKindTraits>

export type OfficeKind = keyof typeof officeKinds

export const isOfficeKind = (kind: string): kind is OfficeKind => Object.hasOwn(officeKinds, kind)

/** An office by kind and level alone: “县（区）交通运输部门”. A town's government and a committee say their level themselves; an unknown kind stands as itself. */
export const bearerAt = (level: Level, kind: string): Words => {
  const { zh, en } = isOfficeKind(kind) ? officeKinds[kind] : { zh: kind, en: kind }
  if (kind === 'committee') return { zh, en }
  if (kind === 'gov' && level === 'township') return { zh: '乡镇人民政府、街道办事处', en: 'Township government or subdistrict office' }
  return { zh: levels[level].zh + (kind === 'gov' ? '人民政府' : zh), en: `${en} (${levels[level].en.toLowerCase()})` }
}
