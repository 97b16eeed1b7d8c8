import type { Article } from '../../duty.ts'
import { continuous, regularly, whenItArises } from '../periods.ts'

/** Articles 35 and 36: property management, ethnic unity and religious venues. */
export const propertyAndUnity: readonly Article[] = [
  {
    number: 35,
    title: { zh: '物业治理', en: 'Property management' },
    gist: {
      zh: '党建引领物业；乡镇街道属地指导监督，企业配合；部门可进小区；物业企业评价影响信用等级，社区可建议另聘。',
      en: 'Party-building guides property management; townships guide and supervise, firms cooperate; departments may be stationed in estates; evaluation bears on a firm’s grade, and communities may propose another.',
    },
    duties: [
      {
        id: '35.1-1', basis: '35.1', force: 'must', bearer: ['party-committee', 'township'], implied: true,
        action: { zh: '加强党建对物业管理的引领', en: 'Strengthen the lead of Party-building in property management' },
        period: continuous,
        evidence: { zh: '党建联系物业的活动', en: 'Activities that link Party branches with property management' },
        procedures: ['activity', 'property-review'],
      },
      {
        id: '35.1-2', basis: '35.1', force: 'must', bearer: ['party-committee', 'township'], implied: true,
        action: { zh: '支持合条件的社区支部和居委成员经法定程序进入业委会', en: 'Support eligible members of the community’s Party branch and committee in joining owners’ committees by the lawful procedure' },
        period: whenItArises,
        evidence: { zh: '交叉任职的小区数；不保存个人政治面貌', en: 'Estates with such members, as a count; no person’s Party membership is kept' },
        procedures: ['property-firm'],
      },
      {
        id: '35.2-1', basis: '35.2', force: 'must', bearer: ['township'],
        action: { zh: '承担属地责任，指导监督物业活动', en: 'Answer for its territory, and guide and supervise property management there' },
        period: continuous,
        evidence: { zh: '物业指导和检查记录', en: 'Guidance and inspections of firms' },
        procedures: ['property-review', 'inspection'],
      },
      {
        id: '35.2-2', basis: '35.2', force: 'must', bearer: ['township'],
        action: { zh: '推动设立物业调解组织，就地解决物业纠纷', en: 'Promote mediation bodies for property matters and settle such disputes on the spot' },
        period: continuous,
        evidence: { zh: '物业调解组织及所调纠纷', en: 'Property mediation bodies and their disputes' },
        procedures: ['mediation-committee', 'dispute'],
      },
      {
        id: '35.2-3', basis: '35.2', force: 'must', bearer: ['property-firm'],
        action: { zh: '配合乡镇街道交办的工作', en: 'Cooperate in the work the township arranges' },
        period: whenItArises,
        evidence: { zh: '企业的配合记录', en: 'How the firm cooperated' },
        procedures: ['joint-action', 'property-firm'],
      },
      {
        id: '35.2-4', basis: '35.2', force: 'must', bearer: ['township'],
        action: { zh: '给予配合的物业企业人力物力支持', en: 'Support the firms that cooperate with people and means' },
        period: whenItArises,
        evidence: { zh: '提供的人员和物资', en: 'People and goods provided' },
        procedures: ['joint-action'],
      },
      {
        id: '35.3-1', basis: '35.3', force: 'may', bearer: ['public-security', 'urban-management', 'emergency'], at: ['city', 'county'],
        action: { zh: '进驻条件成熟的小区，监督巡查治安、卫生和消防', en: 'Station staff in estates that are ready for it, to supervise and patrol for order, hygiene and fire safety' },
        period: continuous,
        evidence: { zh: '部门进驻和巡查记录', en: 'Stationing and rounds of departments' },
        procedures: ['property-review', 'patrol'],
      },
      {
        id: '35.4-1', basis: '35.4', force: 'must', bearer: ['housing', 'community'], at: ['city', 'county'],
        action: { zh: '会同有关部门评价物业企业的服务绩效和参与公共活动的情况', en: 'With the departments concerned, evaluate each firm’s service and its part in public activities' },
        period: regularly,
        evidence: { zh: '社区、部门和居民的评价', en: 'Evaluations by community, departments and residents' },
        procedures: ['property-review'],
      },
      {
        id: '35.4-2', basis: '35.4', force: 'must', bearer: ['housing'], at: ['city', 'county'],
        action: { zh: '评定企业信用等级时以评价意见为重要依据', en: 'Rest the firm’s credit grade on these evaluations to a large part' },
        period: { zh: '每次评定等级时', en: 'Each time a grade is set' },
        evidence: { zh: '等级建议及其依据', en: 'The suggested grade and what it rests on' },
        procedures: ['property-review', 'property-firm'],
      },
      {
        id: '35.4-3', basis: '35.4', force: 'may', bearer: ['community'],
        action: { zh: '在等级偏低，或服务违约、违法时，建议业委会另聘', en: 'Propose that the owners’ committee choose another firm where the grade is low or service breaks contract or law' },
        period: whenItArises,
        evidence: { zh: '建议的提出和答复', en: 'The proposal and its answer' },
        procedures: ['property-review'],
      },
    ],
  },
  {
    number: 36,
    title: { zh: '民族团结与宗教事务', en: 'Ethnic unity and religious venues' },
    gist: {
      zh: '乡镇街道、村居组织各族居民交流，共建融洽社区；依法服务和管理宗教活动场所，推动学法。',
      en: 'Townships and villages bring residents of all ethnic groups together; religious venues are served and managed by law, and law is studied there.',
    },
    duties: [
      {
        id: '36.1-1', basis: '36.1', force: 'must', bearer: ['township', 'village-committee'],
        action: { zh: '组织各族居民开展多样的交流', en: 'Organise varied exchange among residents of all ethnic groups' },
        period: continuous,
        evidence: { zh: '交流活动记录；不记录个人民族', en: 'Exchange activities; no person’s ethnicity is recorded' },
        procedures: ['activity'],
      },
      {
        id: '36.1-2', basis: '36.1', force: 'must', bearer: ['township', 'village-committee'],
        action: { zh: '引导居民互相尊重和帮助，形成混居相融的社区', en: 'Guide residents to respect and help one another, in communities where all live together' },
        period: continuous,
        evidence: { zh: '团结进步活动记录', en: 'Activities for unity' },
        procedures: ['activity'],
      },
      {
        id: '36.2-1', basis: '36.2', force: 'must', bearer: ['township', 'community'],
        action: { zh: '依法服务和管理辖区宗教活动场所', en: 'Serve and manage the religious venues of the area, by law' },
        period: continuous,
        evidence: { zh: '按场所记录的安全和服务走访', en: 'Safety and service visits, by venue' },
        procedures: ['venue-service'],
      },
      {
        id: '36.2-2', basis: '36.2', force: 'must', bearer: ['township', 'community'],
        action: { zh: '推动场所学习法律政策，增强教职人员的爱国守法意识', en: 'Bring the study of law and policy to the venues, and strengthen the clergy’s love of country and respect for law' },
        period: continuous,
        evidence: { zh: '按场所记录的学法场次；不记录个人信仰', en: 'Law-study sessions, by venue; no person’s faith is recorded' },
        procedures: ['venue-service'],
      },
      {
        id: '36.2-3', basis: '36.2', force: 'must', bearer: ['township', 'community'],
        action: { zh: '指导宗教界依法自我管理，促进宗教和顺', en: 'Guide religious circles in managing themselves by law, for harmony' },
        period: continuous,
        evidence: { zh: '场所自我管理的指导记录', en: 'Guidance given to venues' },
        procedures: ['venue-service'],
      },
    ],
  },
]
