import type { Article } from '../../duty.ts'
import { continuous, noneSet, whenItArises } from '../periods.ts'

/** Articles 23 and 24: the work lists that shield communities, and the powers of townships. */
export const listsAndPowers: readonly Article[] = [
  {
    number: 23,
    title: { zh: '事项清单', en: 'Work lists' },
    gist: {
      zh: '县里制定社区工作和协助政府两张清单并动态调整；清单内要给条件，部门自己的事不得擅自往下压。',
      en: 'The county draws up two lists, the community’s own work and its assistance to government, and keeps them current; listed work comes with its conditions, and departments may not push their own duties down.',
    },
    duties: [
      {
        id: '23.1-1', basis: '23.1', force: 'must', bearer: ['county-government'],
        action: { zh: '组织制定社区自身工作的清单', en: 'Have the list of the communities’ own work drawn up' },
        period: noneSet,
        evidence: { zh: '清单的起草、征求意见、审核、公布和生效版本', en: 'The list: drafted, consulted on, reviewed, published, in force' },
        procedures: ['work-list'],
      },
      {
        id: '23.1-2', basis: '23.1', force: 'must', bearer: ['county-government'],
        action: { zh: '组织制定社区协助政府事项的清单', en: 'Have the list of items in which communities assist government drawn up' },
        period: noneSet,
        evidence: { zh: '清单的起草、征求意见、审核、公布和生效版本', en: 'The list: drafted, consulted on, reviewed, published, in force' },
        procedures: ['work-list'],
      },
      {
        id: '23.1-3', basis: '23.1', force: 'must', bearer: ['county-government'],
        action: { zh: '随情况变化调整清单', en: 'Adjust the lists as things change' },
        period: { zh: '动态调整，条例未定周期', en: 'As things change; the interval is not set by the regulation' },
        evidence: { zh: '清单历次版本及调整理由', en: 'Versions of the lists and the reasons for each change' },
        procedures: ['work-list'],
      },
      {
        id: '23.2-1', basis: '23.2', force: 'must', bearer: ['county-government', 'county-departments'],
        action: { zh: '把清单上自己承担的事项办好', en: 'Carry out the listed items that are theirs' },
        period: continuous,
        evidence: { zh: '各部门对清单事项的履行情况', en: 'Each issuer’s own delivery on the list' },
        procedures: ['duty-list', 'commission'],
      },
      {
        id: '23.2-2', basis: '23.2', force: 'must', bearer: ['county-government', 'county-departments'],
        action: { zh: '交由村居协助时，同时落实所需的工作条件', en: 'Provide the working conditions needed when asking a village or community to assist' },
        period: { zh: '交办时', en: 'When the work is handed over' },
        evidence: { zh: '每件协助事项的条件及落实记录', en: 'The conditions of each item and proof that they were delivered' },
        procedures: ['commission', 'burden'],
      },
      {
        id: '23.3-1', basis: '23.3', force: 'must', bearer: ['county-government', 'county-departments'],
        action: { zh: '不得擅自把本部门职责内的事转给村居', en: 'Not pass their own duties down to villages and communities on their own authority' },
        period: { zh: '任何时候', en: 'At all times' },
        evidence: { zh: '被拦下的交办及理由，村居负担总览', en: 'Refused attempts with reasons, and the view of what each community carries' },
        procedures: ['commission', 'duty-list', 'burden', 'breach'],
      },
    ],
  },
  {
    number: 24,
    title: { zh: '乡镇街道权能', en: 'Powers of townships' },
    gist: {
      zh: '市县加强乡镇街道治理能力和执法保障；乡镇街道享有综合管理、统筹协调、应急处置权和对重大事项的参与、建议权。',
      en: 'City and county build up what townships can do, with enforcement staff and means; townships may manage, coordinate, act in emergencies, and have a say in major matters.',
    },
    duties: [
      {
        id: '24.1-1', basis: '24.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '增强乡镇街道的治理能力', en: 'Build up the townships’ ability to govern' },
        period: continuous,
        evidence: { zh: '乡镇街道能力目标和进度', en: 'Targets for townships and progress on them' },
        procedures: ['annual-plan', 'department-duties', 'training'],
      },
      {
        id: '24.1-2', basis: '24.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '改善乡镇街道的执法条件', en: 'Improve the means of enforcement in townships' },
        period: continuous,
        evidence: { zh: '执法装备与缺口', en: 'Enforcement equipment and the gap' },
        procedures: ['staffing-standard', 'referral'],
      },
      {
        id: '24.1-3', basis: '24.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '为乡镇街道配备执法人员', en: 'Staff townships with enforcement officers' },
        period: continuous,
        evidence: { zh: '执法人员、证件与缺口', en: 'Officers, certificates and the gap' },
        procedures: ['staff', 'staffing-standard'],
      },
      {
        id: '24.1-4', basis: '24.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '保障乡镇街道依法行使管理权', en: 'Secure the townships’ lawful exercise of their powers' },
        period: continuous,
        evidence: { zh: '部门对乡镇召集和移送的响应', en: 'How departments answered summons and referrals' },
        procedures: ['summons', 'referral'],
      },
      {
        id: '24.2-1', basis: '24.2', force: 'may', bearer: ['township'],
        action: { zh: '依法对辖区治理综合管理', en: 'Manage governance in its area comprehensively, by law' },
        period: continuous,
        evidence: { zh: '辖区事项的交办、合并和调度', en: 'Matters of the area tasked, merged and scheduled' },
        procedures: ['request', 'commission'],
      },
      {
        id: '24.2-2', basis: '24.2', force: 'may', bearer: ['township'],
        action: { zh: '统筹协调有关部门，召集其到场处理', en: 'Coordinate departments and summon them to act' },
        period: whenItArises,
        evidence: { zh: '召集、答复、处理和乡镇评价', en: 'Summons, answers, work done, and the township’s rating' },
        procedures: ['summons'],
      },
      {
        id: '24.2-3', basis: '24.2', force: 'may', bearer: ['township'],
        action: { zh: '遇紧急情况依法先行处置', en: 'Act first in emergencies, by law' },
        period: whenItArises,
        evidence: { zh: '应急处置指令和经过', en: 'Emergency orders and what was done' },
        procedures: ['emergency'],
      },
      {
        id: '24.2-4', basis: '24.2', force: 'may', bearer: ['township'],
        action: { zh: '参与涉及本区域的重大事项并提出建议', en: 'Take part in major matters that concern its area and make proposals' },
        period: whenItArises,
        evidence: { zh: '乡镇提出的意见及答复', en: 'Opinions given and the answers' },
        procedures: ['major-issue', 'risk-assessment'],
      },
    ],
  },
]
