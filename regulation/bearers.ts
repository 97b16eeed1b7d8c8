import type { Words } from './words.ts'

/** The seventeen departments of Art. 5.2, in its order; each stands at city and at county level. */
export const departments = {
  'development-reform': { zh: '发展改革部门', en: 'Development and reform department' },
  education: { zh: '教育部门', en: 'Education department' },
  'ethnic-religious': { zh: '民宗部门', en: 'Ethnic and religious affairs department' },
  'public-security': { zh: '公安机关', en: 'Public security authority' },
  'civil-affairs': { zh: '民政部门', en: 'Civil affairs department' },
  justice: { zh: '司法行政部门', en: 'Justice department' },
  finance: { zh: '财政部门', en: 'Finance department' },
  'human-resources': { zh: '人力资源社会保障部门', en: 'Human resources and social security department' },
  'natural-resources': { zh: '自然资源规划部门', en: 'Natural resources and planning department' },
  'ecology-environment': { zh: '生态环境部门', en: 'Ecology and environment department' },
  housing: { zh: '住房建设部门（房地产主管部门）', en: 'Housing and construction department (real-estate authority)' },
  agriculture: { zh: '农业农村部门', en: 'Agriculture and rural affairs department' },
  health: { zh: '卫生健康部门', en: 'Health department' },
  emergency: { zh: '应急部门', en: 'Emergency department' },
  petitions: { zh: '信访部门', en: 'Petitions department' },
  'urban-management': { zh: '城市管理部门', en: 'Urban management department' },
  'big-data': { zh: '大数据应用部门', en: 'Big-data application department' },
} as const satisfies Record<string, Words>

/** The seven people's organisations of Art. 8, in its order. */
export const peoplesOrganisations = {
  'trade-union': { zh: '工会', en: 'Trade union' },
  'youth-league': { zh: '共青团', en: 'Communist Youth League' },
  'womens-federation': { zh: '妇联', en: 'Women’s federation' },
  'disabled-federation': { zh: '残联', en: 'Disabled persons’ federation' },
  'science-association': { zh: '科协', en: 'Association for science and technology' },
  'industry-commerce-federation': { zh: '工商联', en: 'Federation of industry and commerce' },
  'red-cross': { zh: '红十字会', en: 'Red Cross society' },
} as const satisfies Record<string, Words>

/** Everyone on whom the regulation lays a duty, to whom it gives a power, or whom it encourages. */
export const bearers = {
  'party-committee': { zh: '党委', en: 'Party committee' },
  'lead-body': { zh: '基层社会治理领导机构', en: 'Lead body for grassroots governance' },
  'city-government': { zh: '市人民政府', en: 'City people’s government' },
  'county-government': { zh: '县（区）人民政府', en: 'County (district) people’s government' },
  township: { zh: '乡镇人民政府、街道办事处', en: 'Township government or subdistrict office' },
  'city-departments': { zh: '市人民政府有关部门', en: 'Departments of the city government concerned' },
  'county-departments': { zh: '县（区）人民政府有关部门', en: 'Departments of the county government concerned' },
  ...departments,
  'congress-committee': { zh: '人大常委会', en: 'Standing committee of the people’s congress' },
  court: { zh: '人民法院', en: 'People’s court' },
  procuratorate: { zh: '人民检察院', en: 'People’s procuratorate' },
  'police-station': { zh: '公安派出所', en: 'Police station' },
  'justice-office': { zh: '司法所', en: 'Township justice office' },
  'competent-authority': { zh: '有权部门、机关', en: 'Authority competent to correct or sanction' },
  'village-committee': { zh: '村（居）民委员会', en: 'Village or residents’ committee' },
  community: { zh: '社区', en: 'Community' },
  'grid-worker': { zh: '网格员', en: 'Grid worker' },
  resident: { zh: '村（居）民', en: 'Resident' },
  ...peoplesOrganisations,
  'social-organisation': { zh: '行业协（商）会及其他社会组织', en: 'Trade association or other social organisation' },
  unit: { zh: '法人、驻地单位和其他组织', en: 'Legal person, resident unit or other organisation' },
  media: { zh: '新闻媒体', en: 'News media' },
  'self-media': { zh: '自媒体平台', en: 'Self-media platform' },
  'telecom-operator': { zh: '电信业务经营者', en: 'Telecom operator' },
  'utility-supplier': { zh: '供电、供水、供暖、供气单位', en: 'Supplier of power, water, heat or gas' },
  developer: { zh: '建设单位', en: 'Developer' },
  'property-firm': { zh: '物业管理服务企业', en: 'Property management firm' },
  'event-organiser': { zh: '群众性活动举办者', en: 'Organiser of a mass event' },
  'scenic-area': { zh: '旅游景区经营者', en: 'Operator of a scenic area' },
  'premises-manager': { zh: '公共场所、住宅小区的管理者', en: 'Manager of a public place or housing estate' },
  'mediation-committee': { zh: '人民调解委员会', en: 'People’s mediation committee' },
  'law-firm': { zh: '律师事务所、基层法律服务所', en: 'Law firm or grassroots legal service office' },
  'legal-adviser': { zh: '村（居）法律顾问', en: 'Village legal adviser' },
} as const satisfies Record<string, Words>

export type Department = keyof typeof departments
export type Bearer = keyof typeof bearers

export const isDepartment = (bearer: Bearer): bearer is Department => bearer in departments
