import type { Article } from '../../duty.ts'
import { continuous, voluntary, whenItArises } from '../periods.ts'

/** Articles 7 to 12: villages, people's organisations, the public, media, cooperation, commendation. */
export const participation: readonly Article[] = [
  {
    number: 7,
    title: { zh: '村居职责', en: 'Village committees and communities' },
    gist: {
      zh: '村居依法自治，须协助乡镇街道；受委托的工作可接可不接。',
      en: 'Villages and communities govern themselves and must assist the township; entrusted work they may take or leave.',
    },
    duties: [
      {
        id: '7.1-1', basis: '7.1', force: 'must', bearer: ['village-committee', 'community'],
        action: { zh: '依法自治，发挥自治组织的作用', en: 'Govern themselves by law and play their part as self-governing bodies' },
        period: continuous,
        evidence: { zh: '议事协商、村规民约和村务公开记录', en: 'Deliberations, covenants and what was posted' },
        procedures: ['deliberation', 'covenant', 'bulletin'],
      },
      {
        id: '7.1-2', basis: '7.1', force: 'must', bearer: ['village-committee', 'community'],
        action: { zh: '协助乡镇街道做好治理工作', en: 'Assist the township in the work of governance' },
        period: whenItArises,
        evidence: { zh: '清单内协助事项的交办、条件落实和完成情况', en: 'Listed items of assistance: handed over, conditions delivered, done' },
        procedures: ['commission', 'work-list', 'burden'],
      },
      {
        id: '7.2-1', basis: '7.2', force: 'may', bearer: ['village-committee', 'community'],
        action: { zh: '自愿接受政府及其部门的委托办理事务', en: 'Take on work entrusted by a government or department, of their own free will' },
        period: voluntary,
        evidence: { zh: '村居对委托的接受或谢绝', en: 'The committee’s acceptance or refusal' },
        procedures: ['commission'],
      },
    ],
  },
  {
    number: 8,
    title: { zh: '人民团体', en: 'People’s organisations' },
    gist: {
      zh: '工会等七个人民团体按自身职责配合做好基层治理。',
      en: 'Seven people’s organisations, from the trade union to the Red Cross, help with governance within their own duties.',
    },
    duties: [
      {
        id: '8-1', basis: '8', force: 'must',
        bearer: ['trade-union', 'youth-league', 'womens-federation', 'disabled-federation', 'science-association', 'industry-commerce-federation', 'red-cross'],
        action: { zh: '在本团体职责范围内配合开展基层治理', en: 'Help with grassroots governance within the organisation’s own duties' },
        period: continuous,
        evidence: { zh: '参与协办的事项和开展的活动', en: 'Matters it co-handled and activities it ran' },
        procedures: ['organisation', 'joint-action', 'duties'],
      },
    ],
  },
  {
    number: 9,
    title: { zh: '社会参与', en: 'Public participation' },
    gist: {
      zh: '欢迎个人和各类组织参与基层治理，并给予支持。',
      en: 'Individuals and organisations of every kind are welcome to take part and are supported in it.',
    },
    duties: [
      {
        id: '9-1', basis: '9', force: 'encouraged', bearer: ['resident', 'unit', 'social-organisation'],
        action: { zh: '参与基层治理', en: 'Take part in grassroots governance' },
        period: voluntary,
        evidence: { zh: '登记的组织、提供的资源和参加的事项', en: 'Registered bodies, resources offered, matters joined' },
        procedures: ['organisation', 'joint-action'],
      },
      {
        id: '9-2', basis: '9', force: 'must', bearer: ['city-government', 'county-government', 'township'], implied: true,
        action: { zh: '为个人和组织的参与提供鼓励与支持', en: 'Encourage and support individuals and organisations that take part' },
        period: continuous,
        evidence: { zh: '对参与申请和资源提供的答复', en: 'Answers given to offers and requests to take part' },
        procedures: ['joint-action', 'commendation'],
      },
    ],
  },
  {
    number: 10,
    title: { zh: '宣传引导', en: 'Publicity' },
    gist: {
      zh: '新闻媒体要多宣传基层治理；自媒体依法宣传的，予以鼓励支持。',
      en: 'News media must publicise grassroots governance; self-media platforms are encouraged to do so lawfully.',
    },
    duties: [
      {
        id: '10.1-1', basis: '10.1', force: 'must', bearer: ['media'],
        action: { zh: '宣传基层治理，引导全社会关心和参与', en: 'Publicise grassroots governance so that everyone notices it, supports it and takes part' },
        period: continuous,
        evidence: { zh: '经审核发布的宣传内容', en: 'Reviewed and published items' },
        procedures: ['bulletin'],
      },
      {
        id: '10.2-1', basis: '10.2', force: 'encouraged', bearer: ['self-media'],
        action: { zh: '依法宣传基层治理活动', en: 'Publicise governance activities lawfully' },
        period: voluntary,
        evidence: { zh: '公开信息流的转载和报送', en: 'Items taken from the public feed or submitted to it' },
        procedures: ['bulletin'],
      },
    ],
  },
  {
    number: 11,
    title: { zh: '区域协同', en: 'Cooperation across areas' },
    gist: {
      zh: '市内各治理组织之间、与市外之间加强合作：平台联通、环境共治、服务共享、重大突发事件联合处置。',
      en: 'Bodies within the city and beyond work together: linked platforms, shared care of the environment, shared services, joint control of major emergencies.',
    },
    duties: [
      {
        id: '11-1', basis: '11', force: 'must', bearer: ['city-government', 'county-government', 'township', 'village-committee', 'community', 'social-organisation'], implied: true,
        action: { zh: '与市内其他治理组织及市外开展合作交流', en: 'Cooperate and exchange with other bodies in the city and outside it' },
        period: continuous,
        evidence: { zh: '跨区域协作事项及双方记录', en: 'Collaboration matters with each side’s own record' },
        procedures: ['collaboration'],
      },
      {
        id: '11-2', basis: '11', force: 'must', bearer: ['city-government', 'county-government'], implied: true,
        action: { zh: '推动治理平台之间互联互通', en: 'Link governance platforms with one another' },
        period: continuous,
        evidence: { zh: '开放接口及其授权调用记录', en: 'Open interfaces and their use under grants' },
        procedures: ['collaboration', 'access'],
      },
      {
        id: '11-3', basis: '11', force: 'must', bearer: ['city-government', 'county-government', 'township'], implied: true,
        action: { zh: '跨区域一起保护生态环境', en: 'Care for the environment together across boundaries' },
        period: continuous,
        evidence: { zh: '环境类跨区域协作事项', en: 'Collaboration matters on the environment' },
        procedures: ['collaboration'],
      },
      {
        id: '11-4', basis: '11', force: 'must', bearer: ['city-government', 'county-government', 'township'], implied: true,
        action: { zh: '跨区域互相开放公共服务', en: 'Open public services to one another across boundaries' },
        period: continuous,
        evidence: { zh: '公共服务类跨区域协作事项', en: 'Collaboration matters on public services' },
        procedures: ['collaboration', 'service'],
      },
      {
        id: '11-5', basis: '11', force: 'must', bearer: ['city-government', 'county-government', 'township'], implied: true,
        action: { zh: '对跨区域的重大突发公共事件联合防控', en: 'Control major public emergencies jointly across boundaries' },
        period: whenItArises,
        evidence: { zh: '联合处置事项、分工和各方反馈', en: 'Joint-control matters, who did what, and each side’s report' },
        procedures: ['collaboration', 'emergency'],
      },
    ],
  },
  {
    number: 12,
    title: { zh: '表彰奖励', en: 'Commendation' },
    gist: {
      zh: '对成绩突出的组织和个人，由市、县政府按规定表彰奖励。',
      en: 'City and county governments commend and reward outstanding organisations and people as the rules provide.',
    },
    duties: [
      {
        id: '12-1', basis: '12', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '按规定表彰奖励成绩突出者', en: 'Commend and reward those who did outstanding work, under the rules that apply' },
        period: { zh: '按有关规定，条例未定期限', en: 'Under the rules that apply; no period is set by the regulation' },
        evidence: { zh: '提名、审核、公示、授予和荣誉名册', en: 'Nomination, review, public notice, award, and the register of honours' },
        procedures: ['commendation', 'honour'],
      },
    ],
  },
]
