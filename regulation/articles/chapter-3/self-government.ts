import type { Article } from '../../duty.ts'
import { continuous, whenItArises } from '../periods.ts'

/** Articles 25 to 27: deliberation, covenant and credit, points. */
export const selfGovernment: readonly Article[] = [
  {
    number: 25,
    title: { zh: '议事协商', en: 'Deliberation' },
    gist: {
      zh: '村居建立多方参与的协商机制，支持居民就公共事务协商，主动听取意见并疏通渠道。',
      en: 'Village committees set up deliberation open to several sides, support residents in it, go out to hear them and keep the ways open.',
    },
    duties: [
      {
        id: '25.1-1', basis: '25.1', force: 'must', bearer: ['village-committee'],
        action: { zh: '建立居民代表、户代表、业委会、物业等一起参加的议事机制', en: 'Set up deliberation with residents’ and household representatives, owners’ committees and property firms' },
        period: continuous,
        evidence: { zh: '议题、参加方、会议、决议及落实', en: 'Topics, who took part, meetings, resolutions and their execution' },
        procedures: ['deliberation', 'resolution-task'],
      },
      {
        id: '25.2-1', basis: '25.2', force: 'must', bearer: ['village-committee'],
        action: {
          zh: '支持居民就公共事务、公益、治理、纠纷调处和需要配合的事项开展协商',
          en: 'Support and guide residents in deliberating on public affairs, common good, governance, disputes and matters that need their help',
        },
        period: continuous,
        evidence: { zh: '居民提出的议题及处理', en: 'Topics raised by residents and what became of them' },
        procedures: ['deliberation'],
      },
      {
        id: '25.3-1', basis: '25.3', force: 'must', bearer: ['village-committee'],
        action: { zh: '主动上门或定期听取居民意见', en: 'Go out and hear residents’ opinions, unasked' },
        period: continuous,
        evidence: { zh: '听取意见的轮次、意见和答复', en: 'Hearing rounds, opinions and answers' },
        procedures: ['hearing-round', 'deliberation', 'visit'],
      },
      {
        id: '25.3-2', basis: '25.3', force: 'must', bearer: ['village-committee'],
        action: { zh: '疏通渠道，引导居民合理提出诉求', en: 'Keep the ways open and guide residents to voice their interests reasonably' },
        period: continuous,
        evidence: { zh: '各渠道收到的诉求及答复', en: 'Requests by channel and the answers' },
        procedures: ['request'],
      },
    ],
  },
  {
    number: 26,
    title: { zh: '村规民约与信用评价', en: 'Covenant and credit evaluation' },
    gist: {
      zh: '村居宣传和执行村规民约，依其建立信用评价和诚信档案，按规定监督奖惩。',
      en: 'Village committees make the covenant known and keep it, evaluate credit by it, keep integrity files, and reward or penalise as provided.',
    },
    duties: [
      {
        id: '26.1-1', basis: '26.1', force: 'must', bearer: ['village-committee'],
        action: { zh: '宣传和执行村规民约、居民公约', en: 'Make the covenant known and carry it out' },
        period: continuous,
        evidence: { zh: '公约的公布版本和宣传活动', en: 'The published covenant and activities on it' },
        procedures: ['covenant', 'activity'],
      },
      {
        id: '26.1-2', basis: '26.1', force: 'must', bearer: ['village-committee'],
        action: { zh: '培养居民自我管理能力，让公约在治理中起到基础作用', en: 'Foster residents’ self-management and make the covenant the ground of governance' },
        period: continuous,
        evidence: { zh: '经居民会议通过的公约历次版本', en: 'Versions of the covenant adopted by the assembly' },
        procedures: ['covenant', 'deliberation'],
      },
      {
        id: '26.2-1', basis: '26.2', force: 'must', bearer: ['village-committee'],
        action: { zh: '建立信用评价的办法', en: 'Set up a way of evaluating credit' },
        period: continuous,
        evidence: { zh: '经协商通过的评价办法', en: 'The method, adopted through deliberation' },
        procedures: ['credit-review', 'covenant'],
      },
      {
        id: '26.2-2', basis: '26.2', force: 'must', bearer: ['village-committee'],
        action: { zh: '依村规民约、居民公约评价居民信用', en: 'Evaluate residents’ credit by the covenant' },
        period: whenItArises,
        evidence: { zh: '每次评价所依的公约条款、证据、告知和异议', en: 'The covenant’s clause, evidence, notice and objection of each evaluation' },
        procedures: ['credit-review'],
      },
      {
        id: '26.2-3', basis: '26.2', force: 'must', bearer: ['village-committee'],
        action: { zh: '建立居民诚信档案', en: 'Keep integrity files' },
        period: continuous,
        evidence: { zh: '本人可见的档案及更正、到期记录', en: 'The file its subject can see, with corrections and expiry' },
        procedures: ['credit-review'],
      },
      {
        id: '26.2-4', basis: '26.2', force: 'must', bearer: ['village-committee'],
        action: { zh: '依规定进行监督，给予奖励或惩戒', en: 'Supervise, reward and penalise as provided' },
        period: whenItArises,
        evidence: { zh: '奖惩决定及其依据；不触及法定权利和公共服务', en: 'Decisions and the rule each rests on; no statutory right or service is touched' },
        procedures: ['credit-review', 'points'],
      },
    ],
  },
  {
    number: 27,
    title: { zh: '积分制', en: 'Points system' },
    gist: {
      zh: '乡镇街道把事务量化为积分，村居实施；办法由居民充分协商、全程参与制定；每户建账，据以奖惩。',
      en: 'The township turns affairs into points and villages carry it out; residents design it from start to end; each household has a ledger, and rewards and penalties follow from it.',
    },
    duties: [
      {
        id: '27.1-1', basis: '27.1', force: 'must', bearer: ['township'],
        action: { zh: '把治理事务量化，推行积分管理', en: 'Quantify governance affairs and run a points system' },
        period: continuous,
        evidence: { zh: '积分事项目录', en: 'The catalogue of affairs and points' },
        procedures: ['points-catalogue'],
      },
      {
        id: '27.1-2', basis: '27.1', force: 'must', bearer: ['village-committee', 'community'],
        action: { zh: '具体实施积分管理', en: 'Carry the points system out' },
        period: continuous,
        evidence: { zh: '生效的积分办法、记分和兑换', en: 'The scheme in force, awards and redemptions' },
        procedures: ['points-scheme', 'points-award', 'points-posting', 'points', 'redemption'],
      },
      {
        id: '27.2-1', basis: '27.2', force: 'must', bearer: ['village-committee', 'community'],
        action: { zh: '组织居民充分协商并广泛征集意见', en: 'Have residents deliberate fully and collect their opinions widely' },
        period: { zh: '积分办法制定和修改时', en: 'When the scheme is made or changed' },
        evidence: { zh: '与办法相连的协商记录和意见', en: 'The deliberation and opinions linked to the scheme' },
        procedures: ['deliberation', 'points-scheme', 'points-proposal'],
      },
      {
        id: '27.2-2', basis: '27.2', force: 'must', bearer: ['village-committee', 'community'],
        action: { zh: '保证居民从头到尾参与积分办法的设计', en: 'Let residents take part in the design of the scheme from start to end' },
        period: { zh: '积分办法制定和修改全过程', en: 'Throughout the making and changing of the scheme' },
        evidence: { zh: '办法各阶段的居民参与记录', en: 'Residents’ part in each stage of the scheme' },
        procedures: ['points-scheme', 'points-proposal', 'deliberation'],
      },
      {
        id: '27.3-1', basis: '27.3', force: 'must', bearer: ['village-committee', 'community'], implied: true,
        action: { zh: '逐户设立积分账', en: 'Keep a points ledger for every household' },
        period: continuous,
        evidence: { zh: '每户复式积分账', en: 'The double-entry ledger of each household' },
        procedures: ['points', 'points-opening'],
      },
      {
        id: '27.3-2', basis: '27.3', force: 'must', bearer: ['village-committee', 'community'], implied: true,
        action: { zh: '按积分给予奖励或惩戒', en: 'Reward and penalise by points' },
        period: whenItArises,
        evidence: { zh: '兑换、扣分依据、告知和申辩', en: 'Redemptions; the clause, notice and hearing of each deduction' },
        procedures: ['redemption', 'points-deduction', 'points'],
      },
    ],
  },
]
