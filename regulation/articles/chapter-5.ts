import type { Chapter } from '../duty.ts'
import { continuous, noneSet, whenItArises } from './periods.ts'

export const chapter5: Chapter = {
  number: 5,
  title: { zh: '保障机制', en: 'Means and oversight' },
  articles: [
    {
      number: 43,
      title: { zh: '经费保障', en: 'Funds' },
      gist: {
        zh: '市、县政府把治理经费列入预算，长期稳定投入。',
        en: 'City and county governments put the funds for governance into their budgets, lastingly.',
      },
      duties: [
        {
          id: '43-1', basis: '43', force: 'must', bearer: ['city-government', 'county-government'],
          action: { zh: '编制本级预算时列入基层治理经费', en: 'Put the funds for governance into its own budget' },
          period: { zh: '每年编制预算时', en: 'With each yearly budget' },
          evidence: { zh: '预算、拨付和支出凭证', en: 'Budget, allocation, and spending with documents' },
          procedures: ['budget', 'funds'],
        },
        {
          id: '43-2', basis: '43', force: 'must', bearer: ['city-government', 'county-government'],
          action: { zh: '形成长期稳定的投入办法', en: 'Make the funding last' },
          period: continuous,
          evidence: { zh: '历年投入及未按时拨付、未使用的经费', en: 'Funding year by year, with what came late or lay idle' },
          procedures: ['budget', 'funds', 'fund-watch'],
        },
      ],
    },
    {
      number: 44,
      title: { zh: '人员配备与培训', en: 'Staff and training' },
      gist: {
        zh: '县里按社区规模、人口等实际配人并长期培训；人社部门指导用工、建立以岗位为基础的评价。',
        en: 'The county staffs communities by size, density, radius and population and trains them lastingly; its human resources department guides employment and evaluation by post.',
      },
      duties: [
        {
          id: '44.1-1', basis: '44.1', force: 'must', bearer: ['county-government', 'county-departments'],
          action: { zh: '根据社区规模、密度、服务半径和人口构成配备人员', en: 'Staff communities by size, density, service radius and structure of population' },
          period: continuous,
          evidence: { zh: '按社区计算的应配、实配人数和差额', en: 'Staff needed, staff there, and the gap, per community' },
          procedures: ['staffing-standard', 'staff'],
        },
        {
          id: '44.1-2', basis: '44.1', force: 'must', bearer: ['county-government', 'county-departments'],
          action: { zh: '培训工作人员，并使培训长期化', en: 'Train the staff, and keep training going' },
          period: continuous,
          evidence: { zh: '培训场次和每人课时', en: 'Training held, and hours per person' },
          procedures: ['training'],
        },
        {
          id: '44.2-1', basis: '44.2', force: 'must', bearer: ['human-resources'], at: ['county'],
          action: { zh: '指导村（居）委会用工', en: 'Guide village committees in employing people' },
          period: continuous,
          evidence: { zh: '用工指导记录', en: 'Guidance given' },
          procedures: ['staff', 'post-change'],
        },
        {
          id: '44.2-2', basis: '44.2', force: 'may', bearer: ['human-resources'], at: ['county'],
          action: { zh: '以实习、见习、志愿等灵活方式用工', en: 'Use internships, placements, volunteers and other flexible forms' },
          period: whenItArises,
          evidence: { zh: '实习和见习名册', en: 'Placements and internships' },
          procedures: ['staff'],
        },
        {
          id: '44.2-3', basis: '44.2', force: 'must', bearer: ['human-resources'], at: ['county'],
          action: { zh: '按岗位职责建立多角度的评价办法', en: 'Set up evaluation from several sides, based on what each post requires' },
          period: noneSet,
          evidence: { zh: '按岗位的评价记录', en: 'Evaluations by post' },
          procedures: ['staff', 'post-change'],
        },
      ],
    },
    {
      number: 45,
      title: { zh: '职业保障', en: 'Careers' },
      gist: {
        zh: '市县部门健全村居工作人员的职业保障和选聘、岗位等级制度；市里招聘事业人员时可定向设岗。',
        en: 'Departments keep up the career system of village staff, from selection to graded posts; the city may reserve public posts for community workers.',
      },
      duties: [
        {
          id: '45.1-1', basis: '45.1', force: 'must', bearer: ['city-departments', 'county-departments'],
          action: { zh: '建立村居工作人员的职业保障', en: 'Set up career security for village and community staff' },
          period: continuous,
          evidence: { zh: '每人的岗位、等级和待遇核对', en: 'Each person’s post, grade and benefits, checked' },
          procedures: ['staff'],
        },
        {
          id: '45.1-2', basis: '45.1', force: 'must', bearer: ['city-departments', 'county-departments'],
          action: { zh: '完善选拔、录用和岗位等级管理', en: 'Improve selection, hiring and the grading of posts' },
          period: continuous,
          evidence: { zh: '选聘和等级变动记录', en: 'Selections, and changes of grade' },
          procedures: ['post-change', 'staff'],
        },
        {
          id: '45.2-1', basis: '45.2', force: 'may', bearer: ['city-departments'],
          action: { zh: '招聘乡镇街道事业人员时，留出部分岗位定向招社区工作者', en: 'Reserve some posts for community workers when recruiting public staff for townships' },
          period: { zh: '公开招聘时', en: 'At each public recruitment' },
          evidence: { zh: '定向岗位数和录用数', en: 'Posts reserved and filled' },
          procedures: ['post-change', 'staff'],
        },
      ],
    },
    {
      number: 46,
      title: { zh: '薪酬与社会保险', en: 'Pay and insurance' },
      gist: {
        zh: '县里健全村居工作人员薪酬保障，依法参保，给予体检、休假和应急补助。',
        en: 'The county keeps up pay for village and community staff, insures them by law, and gives check-ups, leave and emergency allowances.',
      },
      duties: [
        {
          id: '46-1', basis: '46', force: 'must', bearer: ['county-government', 'county-departments'],
          action: { zh: '健全村居工作人员的薪酬保障', en: 'Keep up the pay of village and community staff' },
          period: continuous,
          evidence: { zh: '薪酬标准和发放记录', en: 'Scales and payments' },
          procedures: ['staff', 'funds'],
        },
        {
          id: '46-2', basis: '46', force: 'must', bearer: ['county-government', 'county-departments'],
          action: { zh: '依法办理养老、医疗、工伤等保险', en: 'Insure them by law for old age, health, work injury and the like' },
          period: { zh: '依社会保险法律规定', en: 'As the law on social insurance provides' },
          evidence: { zh: '每人的参保核对', en: 'Insurance checked per person' },
          procedures: ['staff'],
        },
        {
          id: '46-3', basis: '46', force: 'must', bearer: ['county-government', 'county-departments'],
          action: { zh: '给予体检、休假和应急补助', en: 'Give check-ups, leave and allowances for emergency work' },
          period: continuous,
          evidence: { zh: '每人的待遇核对', en: 'Benefits checked per person' },
          procedures: ['staff'],
        },
      ],
    },
    {
      number: 47,
      title: { zh: '人大监督', en: 'Oversight by the people’s congress' },
      gist: {
        zh: '市、县人大常委会监督治理工作，通过代表联络室和立法联系点听取居民意见。',
        en: 'City and county standing committees oversee governance and hear residents through deputies’ rooms and legislative contact points.',
      },
      duties: [
        {
          id: '47-1', basis: '47', force: 'must', bearer: ['congress-committee'], at: ['city', 'county'],
          action: { zh: '加强对治理工作的监督', en: 'Oversee the work of governance' },
          period: continuous,
          evidence: { zh: '监督意见及其答复', en: 'Opinions given and answered' },
          procedures: ['oversight-opinion', 'duties'],
        },
        {
          id: '47-2', basis: '47', force: 'must', bearer: ['congress-committee'], at: ['city', 'county'],
          action: { zh: '依托代表联络室和立法联系点充分听取居民意见', en: 'Hear residents fully through deputies’ rooms and legislative contact points' },
          period: continuous,
          evidence: { zh: '居民经代表提出的意见及处理', en: 'Residents’ opinions through deputies, and what became of them' },
          procedures: ['oversight-opinion'],
        },
      ],
    },
    {
      number: 48,
      title: { zh: '考核评价', en: 'Assessment' },
      gist: {
        zh: '县里考核治理工作，开通居民对四个方面的评议，结果作为部门业绩依据。',
        en: 'The county assesses the work, opens four topics to residents’ ratings, and counts the results in departments’ performance.',
      },
      duties: [
        {
          id: '48-1', basis: '48', force: 'must', bearer: ['county-government', 'county-departments'],
          action: { zh: '考核和评价基层治理工作', en: 'Assess and evaluate the work of governance' },
          period: noneSet,
          evidence: { zh: '由记录计算、逐项说明的考核得分', en: 'Scores computed from records and explained line by line' },
          procedures: ['assessment'],
        },
        {
          id: '48-2', basis: '48', force: 'must', bearer: ['county-government', 'county-departments'],
          action: { zh: '开通居民评议渠道，覆盖平安、风险防控、参与度和便民服务', en: 'Open ways for residents to rate safety, risk prevention, participation and convenience services' },
          period: continuous,
          evidence: { zh: '居民评议的参与和结果', en: 'Residents’ ratings and how many took part' },
          procedures: ['resident-review'],
        },
        {
          id: '48-3', basis: '48', force: 'must', bearer: ['county-government', 'county-departments'],
          action: { zh: '把评议结果用作部门业绩考核的依据', en: 'Count the ratings in the departments’ performance' },
          period: { zh: '每次考核时', en: 'At each assessment' },
          evidence: { zh: '部门考核中引用的评议结果；不计入村居', en: 'Ratings cited in departments’ assessments; none count against villages' },
          procedures: ['assessment', 'resident-review'],
        },
      ],
    },
  ],
}
