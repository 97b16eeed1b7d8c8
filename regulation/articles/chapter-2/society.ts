import type { Article } from '../../duty.ts'
import { continuous, whenItArises } from '../periods.ts'

/** Articles 16 to 19: morals, public security, environment, Hehuang culture. */
export const society: readonly Article[] = [
  {
    number: 16,
    title: { zh: '德治建设', en: 'Moral education' },
    gist: {
      zh: '以社会主义核心价值观引导居民，培育道德品牌；村居开展爱国和传统文化教育，尊崇英烈。',
      en: 'Residents are guided by the core socialist values and moral brands are built up; villages teach love of country and traditional culture and honour heroes.',
    },
    duties: [
      {
        id: '16.1-1', basis: '16.1', force: 'must', bearer: ['city-government', 'county-government', 'township', 'village-committee'], implied: true,
        action: { zh: '用社会主义核心价值观引导居民形成良好家风民风', en: 'Guide residents by the core socialist values towards good family and community life' },
        period: continuous,
        evidence: { zh: '活动的计划、举办和参加情况', en: 'Activities planned, held and attended' },
        procedures: ['activity'],
      },
      {
        id: '16.1-2', basis: '16.1', force: 'must', bearer: ['city-government', 'county-government', 'township', 'village-committee'], implied: true,
        action: { zh: '评选和推广“善行海东”“海东好人”等道德典型', en: 'Find and show moral examples under brands such as Good Deeds of Haidong and Good People of Haidong' },
        period: continuous,
        evidence: { zh: '提名、审核和展示的典型', en: 'Examples nominated, reviewed and shown' },
        procedures: ['honour'],
      },
      {
        id: '16.2-1', basis: '16.2', force: 'must', bearer: ['village-committee'],
        action: { zh: '开展爱国、集体、社会主义和传统文化教育', en: 'Teach love of country, community spirit, socialism and traditional culture' },
        period: continuous,
        evidence: { zh: '教育活动记录', en: 'Records of the activities' },
        procedures: ['activity'],
      },
      {
        id: '16.2-2', basis: '16.2', force: 'must', bearer: ['village-committee'],
        action: { zh: '引导居民敬重革命历史、弘扬英烈精神', en: 'Guide residents to respect revolutionary history and honour its heroes' },
        period: continuous,
        evidence: { zh: '纪念和教育活动记录', en: 'Records of commemoration and education' },
        procedures: ['activity'],
      },
      {
        id: '16.2-3', basis: '16.2', force: 'must', bearer: ['village-committee'],
        action: { zh: '引导居民不制造、不散布损害国家和民族尊严的言论', en: 'Guide residents not to make up or spread talk that harms the dignity of country and nation' },
        period: continuous,
        evidence: { zh: '宣传引导活动记录；不记录个人言论', en: 'Records of guidance activities; no person’s words are recorded' },
        procedures: ['activity'],
      },
    ],
  },
  {
    number: 17,
    title: { zh: '治安防控', en: 'Public security prevention' },
    gist: {
      zh: '县乡建立治安防控体系并分析风险；县里推动联防联控；司法、执法机关和法律顾问在办案中普法。',
      en: 'County and township build prevention and analyse risks; the county promotes joint defence teams; courts, police and legal advisers explain the law in the course of their work.',
    },
    duties: [
      {
        id: '17.1-1', basis: '17.1', force: 'must', bearer: ['county-government', 'township'],
        action: { zh: '建好基层治安防控体系', en: 'Build and keep up a system of public security prevention' },
        period: continuous,
        evidence: { zh: '巡防队伍、巡逻线路和巡逻轮次', en: 'Teams, routes and patrol rounds' },
        procedures: ['patrol', 'defence-team'],
      },
      {
        id: '17.1-2', basis: '17.1', force: 'must', bearer: ['county-government', 'township'],
        action: { zh: '查找、分析并判断辖区内的社会风险', en: 'Find, analyse and judge social risks in the area' },
        period: continuous,
        evidence: { zh: '按地点和类别（不按个人）的风险分析', en: 'Risk analysis by place and kind, never by person' },
        procedures: ['patrol', 'screening'],
      },
      {
        id: '17.1-3', basis: '17.1', force: 'must', bearer: ['county-government', 'township'],
        action: { zh: '把防控措施落到实处', en: 'Carry out the measures of prevention' },
        period: continuous,
        evidence: { zh: '巡逻发现及由此产生的诉求、隐患事项', en: 'What patrols found, and the requests and hazards opened from it' },
        procedures: ['patrol', 'hazard', 'request'],
      },
      {
        id: '17.2-1', basis: '17.2', force: 'must', bearer: ['county-government'],
        action: {
          zh: '推动由政法委员、专职巡防员、单位保安、村警和志愿者等组成的联合防控与群众防治体系',
          en: 'Promote joint defence and mass prevention by township political and legal officers, patrol staff, units’ guards, village police and volunteers',
        },
        period: continuous,
        evidence: { zh: '队伍名册、组成来源和值班表', en: 'Rolls of teams, where members come from, rosters' },
        procedures: ['defence-team'],
      },
      {
        id: '17.2-2', basis: '17.2', force: 'must', bearer: ['county-government'],
        action: { zh: '扶持社区的群防群治力量', en: 'Support the communities’ own prevention teams' },
        period: continuous,
        evidence: { zh: '给予队伍的经费和物资', en: 'Funds and goods given to teams' },
        procedures: ['defence-team', 'funds'],
      },
      {
        id: '17.2-3', basis: '17.2', force: 'must', bearer: ['county-government'],
        action: { zh: '对这些队伍进行指导和培训', en: 'Guide and train these teams' },
        period: continuous,
        evidence: { zh: '培训场次、人数和课时', en: 'Training sessions, people and hours' },
        procedures: ['training', 'defence-team'],
      },
      {
        id: '17.3-1', basis: '17.3', force: 'must', bearer: ['court', 'procuratorate', 'public-security', 'justice', 'legal-adviser'], at: ['county'],
        action: { zh: '在办案、执法和普法中讲解与基层治理有关的法律', en: 'Explain the law on governance and safety in the course of cases, enforcement and publicity' },
        period: whenItArises,
        evidence: { zh: '以案释法和普法活动记录', en: 'Law talks given and cases explained' },
        procedures: ['activity', 'advice', 'law-talk'],
      },
    ],
  },
  {
    number: 18,
    title: { zh: '环境治理', en: 'Environment' },
    gist: {
      zh: '县乡抓好社区环境：绿化、垃圾分类，并培养居民的绿色习惯。',
      en: 'County and township look after the community environment: greening, waste sorting, and green habits.',
    },
    duties: [
      {
        id: '18-1', basis: '18', force: 'must', bearer: ['county-government', 'township'],
        action: { zh: '综合整治社区环境', en: 'Put the community environment in order' },
        period: continuous,
        evidence: { zh: '检查评分、整改和逐村趋势', en: 'Inspection scores, rectification, and the trend of each village' },
        procedures: ['inspection'],
      },
      {
        id: '18-2', basis: '18', force: 'must', bearer: ['county-government', 'township'],
        action: { zh: '抓好绿化和垃圾分类', en: 'See to greening and waste sorting' },
        period: continuous,
        evidence: { zh: '绿化、垃圾分类检查表', en: 'Checklists on greening and waste sorting' },
        procedures: ['inspection'],
      },
      {
        id: '18-3', basis: '18', force: 'must', bearer: ['county-government', 'township'],
        action: { zh: '引导居民养成绿色生活习惯', en: 'Foster green habits among residents' },
        period: continuous,
        evidence: { zh: '环保宣传活动记录', en: 'Activities on green living' },
        procedures: ['activity', 'bulletin'],
      },
    ],
  },
  {
    number: 19,
    title: { zh: '河湟文化', en: 'Hehuang culture' },
    gist: {
      zh: '市县保护并活用河湟文化，建设特色社区；乡镇和村居培养认同，让文化助力治理。',
      en: 'City and county protect and revive Hehuang culture and build feature communities; townships and villages foster a sense of belonging that helps governance.',
    },
    duties: [
      {
        id: '19.1-1', basis: '19.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '保护河湟文化并让它焕发活力', en: 'Protect Hehuang culture and put it to new use' },
        period: continuous,
        evidence: { zh: '文化项目及其阶段', en: 'Cultural projects and their stages' },
        procedures: ['feature-community'],
      },
      {
        id: '19.1-2', basis: '19.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '建设有河湟文化特点的社区', en: 'Build communities with a Hehuang character' },
        period: continuous,
        evidence: { zh: '特色社区项目的公开页面', en: 'Public pages of feature communities' },
        procedures: ['feature-community'],
      },
      {
        id: '19.1-3', basis: '19.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '扶持社区文化产品和品牌', en: 'Foster community cultural products and brands' },
        period: continuous,
        evidence: { zh: '文化产品名录', en: 'The list of cultural products' },
        procedures: ['feature-community'],
      },
      {
        id: '19.2-1', basis: '19.2', force: 'must', bearer: ['township', 'village-committee'],
        action: { zh: '通过宣传和教育增进居民对河湟文化的认同', en: 'Foster residents’ sense of Hehuang culture through publicity and education' },
        period: continuous,
        evidence: { zh: '文化宣传教育活动', en: 'Cultural activities held' },
        procedures: ['activity'],
      },
      {
        id: '19.2-2', basis: '19.2', force: 'must', bearer: ['township', 'village-committee'],
        action: { zh: '增强居民传承意识，用河湟文化促进社区治理', en: 'Raise the will to pass it on, and let it help community governance' },
        period: continuous,
        evidence: { zh: '活动记录及与治理结合的做法', en: 'Activities and how they served governance' },
        procedures: ['activity', 'feature-community'],
      },
    ],
  },
]
