import type { Article } from '../../duty.ts'
import { continuous, promptly, voluntary, whenItArises } from '../periods.ts'

/** Articles 20 to 22: the digital community, the grid and its workers, telecom operators. */
export const digitalAndGrid: readonly Article[] = [
  {
    number: 20,
    title: { zh: '数字社区与信息安全', en: 'Digital community and information security' },
    gist: {
      zh: '市县建设数字平台，一体办理多类社区事务并共享信息；县里建立分级授权，保障数据和个人信息安全。',
      en: 'City and county build a digital platform that joins many services and shares information; the county grades and authorises access so that data and people are safe.',
    },
    duties: [
      {
        id: '20.1-1', basis: '20.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '扶持并引导社区数字化', en: 'Support and guide digital communities' },
        period: continuous,
        evidence: { zh: '平台的覆盖和使用情况', en: 'The platform’s coverage and use' },
        procedures: ['access', 'duties'],
      },
      {
        id: '20.1-2', basis: '20.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '建立服务社区的数字平台', en: 'Build a digital platform that serves communities' },
        period: continuous,
        evidence: { zh: '平台运行及接入的区划', en: 'The running platform and the regions on it' },
        procedures: ['access'],
      },
      {
        id: '20.1-3', basis: '20.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: {
          zh: '在同一平台上办理党建宣传、社保、解纷、便民、治安和应急事务',
          en: 'Handle Party publicity, social security, disputes, convenience services, security and emergencies on one platform',
        },
        period: continuous,
        evidence: { zh: '六类事务的办理记录', en: 'Matters handled in each of the six fields' },
        procedures: ['bulletin', 'errand', 'dispute', 'service-request', 'patrol', 'emergency'],
      },
      {
        id: '20.1-4', basis: '20.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '让社区之间共享信息', en: 'Let communities share information' },
        period: continuous,
        evidence: { zh: '授权共享和接口调用记录', en: 'Sharing under grants and calls to open interfaces' },
        procedures: ['access', 'collaboration'],
      },
      {
        id: '20.2-1', basis: '20.2', force: 'must', bearer: ['county-government', 'county-departments'],
        action: { zh: '建立信息安全保障制度', en: 'Set up a system of information security' },
        period: continuous,
        evidence: { zh: '数据分级、加密和访问日志', en: 'Data classes, encryption and the access log' },
        procedures: ['access'],
      },
      {
        id: '20.2-2', basis: '20.2', force: 'must', bearer: ['county-government', 'county-departments'],
        action: { zh: '对信息的使用实行分级授权', en: 'Grade and authorise the use of information' },
        period: { zh: '每次使用时', en: 'At each use' },
        evidence: { zh: '授权的用途、批准人和期限，以及按授权查看的日志', en: 'Grants with purpose, approver and expiry, and each reading under them' },
        procedures: ['access'],
      },
      {
        id: '20.2-3', basis: '20.2', force: 'must', bearer: ['county-government', 'county-departments'],
        action: { zh: '保证数据和被服务对象的信息安全', en: 'Keep data and the information on those served safe' },
        period: continuous,
        evidence: { zh: '本人可见的查看记录及异常处理', en: 'The log each person can see, and how irregular access was dealt with' },
        procedures: ['access'],
      },
    ],
  },
  {
    number: 21,
    title: { zh: '网格化管理', en: 'Grid management' },
    gist: {
      zh: '建立市、县、乡、社区四级网格系统；网格界限清楚、不留空白；网格员经推荐、审查、会议产生，负责巡访、上报和办理。',
      en: 'A four-level grid from city to community; grids clear and without gaps; grid workers chosen by recommendation, review and meeting, who visit, report and handle.',
    },
    duties: [
      {
        id: '21.1-1', basis: '21.1', force: 'must', bearer: ['city-government', 'county-government', 'city-departments', 'county-departments'],
        action: { zh: '健全四级网格管理和服务系统', en: 'Keep up the four-level system of grid management and service' },
        period: continuous,
        evidence: { zh: '四级网格树及事项逐级流转记录', en: 'The tree of four levels and matters passing through it' },
        procedures: ['grid', 'request'],
      },
      {
        id: '21.2-1', basis: '21.2', force: 'must', bearer: ['township'],
        action: { zh: '具体管好辖区网格服务', en: 'Run grid management and service in its area' },
        period: continuous,
        evidence: { zh: '网格、网格员和事项办理情况', en: 'Grids, workers and matters handled' },
        procedures: ['grid', 'grid-appointment', 'request'],
      },
      {
        id: '21.2-2', basis: '21.2', force: 'must', bearer: ['township'],
        action: { zh: '按位置相连、人员相熟、大小适中、便于管理划分网格，边界清楚、没有空白', en: 'Draw grids that adjoin, know each other, are of moderate size and easy to manage: clear bounds, no gaps' },
        period: { zh: '划分和调整时', en: 'When grids are drawn or changed' },
        evidence: { zh: '网格范围及覆盖检查结果', en: 'Grid boundaries and the coverage check' },
        procedures: ['grid', 'grid-change'],
      },
      {
        id: '21.3-1', basis: '21.3', force: 'must', bearer: ['township'], implied: true,
        action: { zh: '网格员经推荐或自荐、资格审查、会议研究后任用', en: 'Appoint grid workers by recommendation or self-nomination, then qualification review, then a meeting' },
        period: whenItArises,
        evidence: { zh: '任用各环节记录', en: 'Each stage of the appointment' },
        procedures: ['grid-appointment'],
      },
      {
        id: '21.3-2', basis: '21.3', force: 'encouraged', bearer: ['township'], implied: true,
        action: { zh: '优先从村居两委成员、村警、调解员、生态管护员等中聘用网格员', en: 'Take on committee members, village police, mediators and forest or grassland wardens as grid workers' },
        period: whenItArises,
        evidence: { zh: '网格员的来源', en: 'Where each grid worker came from' },
        procedures: ['grid-appointment'],
      },
      {
        id: '21.3-3', basis: '21.3', force: 'encouraged', bearer: ['township'], implied: true,
        action: { zh: '从网格内的代表、委员、干部职工、居民代表和志愿者中聘请兼职网格员', en: 'Take on deputies, political advisers, officials, residents’ representatives and volunteers of the grid part-time' },
        period: whenItArises,
        evidence: { zh: '兼职网格员名册', en: 'The roll of part-time grid workers' },
        procedures: ['grid-appointment'],
      },
      {
        id: '21.3-4', basis: '21.3', force: 'may', bearer: ['county-government', 'township'], implied: true,
        action: { zh: '依规定向网格员发放补贴', en: 'Pay grid workers a subsidy under the local rules' },
        period: { zh: '按本地补贴规定', en: 'Under the local subsidy rules' },
        evidence: { zh: '补贴台账', en: 'The subsidy ledger' },
        procedures: ['subsidy'],
      },
      {
        id: '21.4-1', basis: '21.4', force: 'must', bearer: ['grid-worker'],
        action: { zh: '为居民在线代办政务服务', en: 'File government services online for residents' },
        period: promptly,
        evidence: { zh: '代办的委托、回执和结果', en: 'Errands with consent, receipt and result' },
        procedures: ['errand'],
      },
      {
        id: '21.4-2', basis: '21.4', force: 'must', bearer: ['grid-worker'],
        action: { zh: '开展在线监管，发现情况即上报', en: 'Supervise online and report what is found' },
        period: promptly,
        evidence: { zh: '上报并转交部门的情况；网格员不执法', en: 'Reports handed on to departments; grid workers enforce nothing' },
        procedures: ['request', 'referral'],
      },
      {
        id: '21.4-3', basis: '21.4', force: 'must', bearer: ['grid-worker'],
        action: { zh: '在线流转和处理网格事项，及时答复并解决居民诉求', en: 'Pass on and handle grid matters online; answer and settle residents’ requests promptly' },
        period: promptly,
        evidence: { zh: '诉求的流转、答复和办结时间', en: 'Requests: routed, answered, settled, and when' },
        procedures: ['request'],
      },
      {
        id: '21.4-4', basis: '21.4', force: 'must', bearer: ['grid-worker'],
        action: { zh: '日常走访和巡查', en: 'Visit and patrol day by day' },
        period: { zh: '日常，条例未定频次', en: 'Day by day; the frequency is not set by the regulation' },
        evidence: { zh: '走访和巡查记录（不含个人轨迹）', en: 'Visits and patrols, without anyone’s location trail' },
        procedures: ['visit', 'patrol'],
      },
      {
        id: '21.4-5', basis: '21.4', force: 'must', bearer: ['grid-worker'],
        action: { zh: '协助查找和处理网格里的纠纷', en: 'Help to find and settle disputes in the grid' },
        period: whenItArises,
        evidence: { zh: '排查参与和移交的纠纷', en: 'Part taken in screening, disputes handed on' },
        procedures: ['screening', 'dispute'],
      },
      {
        id: '21.4-6', basis: '21.4', force: 'must', bearer: ['grid-worker'],
        action: { zh: '报告治理问题和安全隐患', en: 'Report problems and hazards' },
        period: promptly,
        evidence: { zh: '上报的诉求和隐患', en: 'Requests and hazards reported' },
        procedures: ['request', 'hazard'],
      },
    ],
  },
  {
    number: 22,
    title: { zh: '电信支持', en: 'Telecom support' },
    gist: {
      zh: '鼓励电信企业支持数字乡村，以技术服务基层，让治理更智能。',
      en: 'Telecom operators are encouraged to support the digital countryside and to bring technology to the grassroots.',
    },
    duties: [
      {
        id: '22-1', basis: '22', force: 'encouraged', bearer: ['telecom-operator'],
        action: { zh: '支持数字乡村建设', en: 'Support the digital countryside' },
        period: voluntary,
        evidence: { zh: '电信企业提供的共建资源', en: 'Co-building offers by operators' },
        procedures: ['joint-action'],
      },
      {
        id: '22-2', basis: '22', force: 'encouraged', bearer: ['telecom-operator'],
        action: { zh: '增强信息技术对基层的服务，提高治理智能化程度', en: 'Strengthen technology services for the grassroots and make governance smarter' },
        period: voluntary,
        evidence: { zh: '短信、网络等服务的提供记录', en: 'Messaging, network and other services provided' },
        procedures: ['joint-action', 'access'],
      },
    ],
  },
]
