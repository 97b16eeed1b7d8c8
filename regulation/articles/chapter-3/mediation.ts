import type { Article } from '../../duty.ts'
import { continuous, noneSet, voluntary, whenItArises } from '../periods.ts'

/** Articles 30 to 32: mediators, sector committees, legal advisers. */
export const mediation: readonly Article[] = [
  {
    number: 30,
    title: { zh: '人民调解队伍', en: 'Mediators' },
    gist: {
      zh: '司法行政配备专职调解员、推动规范化；支持品牌调解室和个人调解工作室；对调成的案件给予补贴。',
      en: 'Justice departments staff and standardise people’s mediation, support model rooms and named studios, and subsidise agreements reached.',
    },
    duties: [
      {
        id: '30.1-1', basis: '30.1', force: 'must', bearer: ['justice'], at: ['city', 'county'],
        action: { zh: '加强调解员队伍建设', en: 'Build up the corps of mediators' },
        period: continuous,
        evidence: { zh: '调解员名册及培训', en: 'The roster of mediators and their training' },
        procedures: ['mediator', 'training'],
      },
      {
        id: '30.1-2', basis: '30.1', force: 'must', bearer: ['justice'], at: ['city', 'county'],
        action: { zh: '配置专职调解员', en: 'Provide full-time mediators' },
        period: noneSet,
        evidence: { zh: '专职调解员名册和工作量', en: 'Full-time mediators and their load' },
        procedures: ['mediator'],
      },
      {
        id: '30.1-3', basis: '30.1', force: 'must', bearer: ['justice'], at: ['city', 'county'],
        action: { zh: '让调解工作有章可循', en: 'Make people’s mediation regular' },
        period: continuous,
        evidence: { zh: '调解案卷的完整性', en: 'Completeness of mediation files' },
        procedures: ['dispute', 'mediation-committee'],
      },
      {
        id: '30.2-1', basis: '30.2', force: 'must', bearer: ['justice'], at: ['county'],
        action: { zh: '组织建设社区品牌调解室', en: 'Have model mediation rooms set up in communities' },
        period: continuous,
        evidence: { zh: '调解室名册', en: 'The register of mediation rooms' },
        procedures: ['studio'],
      },
      {
        id: '30.2-2', basis: '30.2', force: 'must', bearer: ['justice'], at: ['county'],
        action: { zh: '支持有威信、有经验的调解员开办个人命名的工作室', en: 'Support trusted and experienced mediators in opening studios under their own name' },
        period: continuous,
        evidence: { zh: '个人调解工作室名册及所调纠纷', en: 'Named studios and the disputes they took' },
        procedures: ['studio'],
      },
      {
        id: '30.2-3', basis: '30.2', force: 'must', bearer: ['justice'], at: ['county'],
        action: { zh: '支持社区调解组织邀请老党员、教师、政法人员、退役军人等担任调解员', en: 'Support communities in inviting senior Party members, teachers, legal workers and veterans as mediators' },
        period: continuous,
        evidence: { zh: '受邀调解员名册', en: 'The roster of invited mediators' },
        procedures: ['mediator'],
      },
      {
        id: '30.3-1', basis: '30.3', force: 'must', bearer: ['justice'], at: ['county'],
        action: { zh: '支持人民调解工作', en: 'Support people’s mediation' },
        period: continuous,
        evidence: { zh: '给予调解组织的经费和培训', en: 'Funds and training given to mediation bodies' },
        procedures: ['funds', 'training'],
      },
      {
        id: '30.3-2', basis: '30.3', force: 'must', bearer: ['justice'], at: ['county'],
        action: { zh: '依规定对达成协议的案件发放补贴', en: 'Pay a subsidy for cases that end in agreement, under the local rules' },
        period: { zh: '按本地补贴规定', en: 'Under the local subsidy rules' },
        evidence: { zh: '按办结案件计算、审核、一案一付的补贴', en: 'Claims computed from concluded cases, reviewed, paid once' },
        procedures: ['subsidy', 'dispute'],
      },
    ],
  },
  {
    number: 31,
    title: { zh: '行业性专业性调解', en: 'Sector mediation' },
    gist: {
      zh: '司法行政指导医疗、交通、劳动、金融、物业等领域的调解委员会规范运行；鼓励社会力量设立。',
      en: 'Justice departments guide mediation committees for medical, traffic, labour, finance and property disputes; others are encouraged to set up their own.',
    },
    duties: [
      {
        id: '31.1-1', basis: '31.1', force: 'must', bearer: ['justice'], at: ['city', 'county'],
        action: { zh: '指导医疗、交通、劳动、金融、物业等领域的调解委员会规范运行', en: 'Guide the committees for medical, traffic, labour, finance and property disputes to work by standard' },
        period: continuous,
        evidence: { zh: '调解委员会备案和年度指导记录', en: 'Committees filed and guided each year' },
        procedures: ['mediation-committee'],
      },
      {
        id: '31.1-2', basis: '31.1', force: 'must', bearer: ['justice', 'mediation-committee'], at: ['city', 'county'],
        action: { zh: '由这些委员会调解本领域纠纷', en: 'Have these committees mediate the disputes of their field' },
        period: whenItArises,
        evidence: { zh: '按类别分派的纠纷及结果', en: 'Disputes routed by kind, and results' },
        procedures: ['dispute', 'mediation-committee'],
      },
      {
        id: '31.2-1', basis: '31.2', force: 'encouraged',
        bearer: [
          'trade-union', 'youth-league', 'womens-federation', 'disabled-federation', 'science-association', 'industry-commerce-federation', 'red-cross',
          'social-organisation',
        ],
        action: { zh: '设立行业性、专业性调解组织', en: 'Set up mediation bodies for a trade or field' },
        period: voluntary,
        evidence: { zh: '由社会组织设立并备案的调解组织', en: 'Bodies they set up and filed' },
        procedures: ['mediation-committee', 'organisation'],
      },
    ],
  },
  {
    number: 32,
    title: { zh: '村居法律顾问', en: 'Village legal advisers' },
    gist: {
      zh: '县司法行政组织村居与法律服务机构签约并派驻顾问；顾问守约尽责，接受监督指导。',
      en: 'The county justice department has villages sign contracts with law firms, which send an adviser; advisers keep the contract, work with care and are supervised.',
    },
    duties: [
      {
        id: '32.1-1', basis: '32.1', force: 'must', bearer: ['justice'], at: ['county'],
        action: { zh: '组织村居与律所或基层法律服务所签约', en: 'Have villages and communities sign contracts with law firms or legal service offices' },
        period: noneSet,
        evidence: { zh: '合同及村居覆盖率', en: 'Contracts, and which villages are covered' },
        procedures: ['adviser-contract'],
      },
      {
        id: '32.1-2', basis: '32.1', force: 'must', bearer: ['law-firm'],
        action: { zh: '指派人员担任村居法律顾问', en: 'Send a lawyer or legal worker as adviser' },
        period: { zh: '合同约定的时间', en: 'As the contract says' },
        evidence: { zh: '合同指派的顾问', en: 'The adviser named in the contract' },
        procedures: ['adviser-contract'],
      },
      {
        id: '32.2-1', basis: '32.2', force: 'must', bearer: ['legal-adviser'],
        action: { zh: '守信履约、勤勉服务', en: 'Keep the contract in good faith and work with care' },
        period: { zh: '合同期内', en: 'During the contract' },
        evidence: { zh: '咨询的预约、答复和年度评价', en: 'Consultations booked and answered, and the yearly evaluation' },
        procedures: ['advice', 'adviser-contract'],
      },
      {
        id: '32.2-2', basis: '32.2', force: 'must', bearer: ['legal-adviser'],
        action: { zh: '自觉接受县司法行政部门和司法所的监督指导', en: 'Accept supervision by the county justice department and the township justice office' },
        period: { zh: '合同期内', en: 'During the contract' },
        evidence: { zh: '工作日志和评价结果', en: 'The adviser’s log and the evaluation' },
        procedures: ['advice', 'adviser-contract'],
      },
      {
        id: '32.2-3', basis: '32.2', force: 'must', bearer: ['justice', 'justice-office'], at: ['county'], implied: true,
        action: { zh: '对法律顾问进行监督和指导', en: 'Supervise and guide the advisers' },
        period: continuous,
        evidence: { zh: '监督记录和年度评价', en: 'Supervision and the yearly evaluation' },
        procedures: ['adviser-contract'],
      },
    ],
  },
]
