import type { Article } from '../../duty.ts'
import { continuous, noneSet, whenItArises } from '../periods.ts'

/** Articles 1 to 5: purpose, scope, principle, the lead body, governments and departments. */
export const leadership: readonly Article[] = [
  {
    number: 1,
    title: { zh: '立法目的', en: 'Purpose' },
    gist: {
      zh: '说明为何立法：提升基层治理水平，让基层文明、和睦、安定，推动全市治理现代化。',
      en: 'Says why the regulation exists: better grassroots governance, a civil and orderly community life, and a modern city.',
    },
    duties: [],
    none: { zh: '只说明立法目的和依据，不设定义务。', en: 'It states purpose and legal basis only and lays a duty on nobody.' },
  },
  {
    number: 2,
    title: { zh: '适用范围与定义', en: 'Scope and definition' },
    gist: {
      zh: '在全市范围内适用；把基层社会治理界定为党委领导下由乡镇街道、村居和各方共同进行的建设、管理和服务。',
      en: 'Applies throughout the city; defines grassroots governance as building, managing and serving together, under Party leadership, by townships, villages and everyone else.',
    },
    duties: [],
    none: { zh: '只划定适用范围并作定义，不设定义务。', en: 'It draws the scope and defines a term; it lays a duty on nobody.' },
  },
  {
    number: 3,
    title: { zh: '基本原则', en: 'Principles' },
    gist: {
      zh: '党委领导、政府负责，社会和公众一起参与；政治、法治、德治、自治、智治五者结合。',
      en: 'The Party leads, government answers, society and the public take part; politics, law, morals, self-government and technology work together.',
    },
    duties: [],
    none: {
      zh: '只确立解释和执行本条例的原则，具体义务由后续各条设定。',
      en: 'It sets the principles by which the rest is read; the duties themselves stand in the articles that follow.',
    },
  },
  {
    number: 4,
    title: { zh: '领导机构', en: 'Lead body' },
    gist: {
      zh: '市、县两级设立党政主要负责人共同负责的领导机构，统筹资源，解决重大问题。',
      en: 'City and county each set up a lead body under the heads of Party and government, which pools resources and settles major issues.',
    },
    duties: [
      {
        id: '4-1', basis: '4', force: 'must', bearer: ['party-committee', 'city-government', 'county-government'],
        action: {
          zh: '设立领导机构，由同级党委和政府的两位主要负责人一起担责',
          en: 'Set up a lead body for which the heads of the Party committee and of the government answer together',
        },
        period: noneSet,
        evidence: { zh: '领导机构及两位负责人的任职记录', en: 'The lead body on the roll of offices, with both heads in post' },
        procedures: ['major-issue'],
      },
      {
        id: '4-2', basis: '4', force: 'must', bearer: ['lead-body'],
        action: { zh: '统一调配用于基层治理的人员、财力和物资', en: 'Pool the people, money and goods available for grassroots governance' },
        period: continuous,
        evidence: { zh: '分区划的人员、经费、设施总览及调配决定', en: 'The overview of people, funds and facilities by region, and the decisions that moved them' },
        procedures: ['major-issue', 'funds', 'facility', 'staff'],
      },
      {
        id: '4-3', basis: '4', force: 'must', bearer: ['lead-body'],
        action: { zh: '对治理中的重大问题进行研究并予以解决', en: 'Study the major issues of governance and settle them' },
        period: whenItArises,
        evidence: { zh: '重大问题从提出、研究、决定、交办到反馈的全程记录', en: 'Each major issue from raising through study, decision and tasking to the report back' },
        procedures: ['major-issue'],
      },
    ],
  },
  {
    number: 5,
    title: { zh: '政府与部门职责', en: 'Governments and departments' },
    gist: {
      zh: '市、县政府把基层治理写进发展规划并承担相关工作；十七个部门各尽其责。',
      en: 'City and county governments put governance into their development plans and carry the work; seventeen departments each do their part.',
    },
    duties: [
      {
        id: '5.1-1', basis: '5.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '编制国民经济和社会发展规划时列入基层治理', en: 'Include grassroots governance in the economic and social development plan' },
        period: { zh: '随规划编制，条例未定期限', en: 'With each plan; no period is set by the regulation' },
        evidence: { zh: '规划文本及分区划年度目标', en: 'The plan and the yearly targets per region drawn from it' },
        procedures: ['annual-plan', 'department-duties', 'duties'],
      },
      {
        id: '5.1-2', basis: '5.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '健全本级基层治理体系', en: 'Strengthen the system of governance at its own level' },
        period: continuous,
        evidence: { zh: '年度目标及由办理记录计算的进度', en: 'Yearly targets with progress computed from the records' },
        procedures: ['annual-plan', 'department-duties', 'assessment'],
      },
      {
        id: '5.1-3', basis: '5.1', force: 'must', bearer: ['city-government', 'county-government'],
        action: { zh: '对本级基层治理工作总体负责', en: 'Answer for the work of grassroots governance at its level' },
        period: continuous,
        evidence: { zh: '职责总览中本级各项职责的履行和逾期情况', en: 'The view of its duties: what is done and what is late' },
        procedures: ['duties'],
      },
      {
        id: '5.2-1', basis: '5.2', force: 'must', at: ['city', 'county'],
        bearer: [
          'development-reform', 'education', 'ethnic-religious', 'public-security', 'civil-affairs', 'justice', 'finance', 'human-resources', 'natural-resources',
          'ecology-environment', 'housing', 'agriculture', 'health', 'emergency', 'petitions', 'urban-management', 'big-data',
        ],
        action: { zh: '依照各自的职责规定做好本部门的基层治理工作', en: 'Do the department’s own part of grassroots governance under the rules that govern it' },
        period: continuous,
        evidence: { zh: '部门年度目标、进度及其承办事项', en: 'The department’s yearly targets, progress, and the matters it handled' },
        procedures: ['annual-plan', 'department-duties', 'duty-list', 'duties'],
      },
    ],
  },
]
