import type { Article } from '../../duty.ts'
import { continuous, regularly, whenItArises } from '../periods.ts'

/** Article 6: the seven duties of townships and subdistricts, cited by item. */
export const article6: Article = {
  number: 6,
  title: { zh: '乡镇街道职责', en: 'Townships and subdistricts' },
  gist: {
    zh: '乡镇、街道承担具体工作，列出扶持自治、平安共建、普法、化解纠纷、环境与应急、监督村居等七项。',
    en: 'Townships and subdistricts do the daily work: seven items from supporting self-government to disputes, environment, emergencies and inspection of villages.',
  },
  duties: [
    {
      id: '6.1-1', basis: '6.1', force: 'must', bearer: ['township'],
      action: { zh: '扶持村居等自治组织开展治理', en: 'Support and promote governance by village committees, communities and other self-governing bodies' },
      period: continuous,
      evidence: { zh: '指导走访记录及所解决的问题', en: 'Guidance visits and what was settled through them' },
      procedures: ['guidance', 'visit', 'joint-action'],
    },
    {
      id: '6.2-1', basis: '6.2', force: 'must', bearer: ['township'],
      action: { zh: '动员本辖区的单位和社会组织一起建设平安', en: 'Bring local units and social organisations into safety work' },
      period: continuous,
      evidence: { zh: '发出的邀请、单位答复及其参加的活动', en: 'Whom it called on, their answers, and what they took part in' },
      procedures: ['joint-action', 'defence-team', 'activity'],
    },
    {
      id: '6.3-1', basis: '6.3', force: 'must', bearer: ['township'],
      action: { zh: '在辖区组织普法宣传和法治教育', en: 'Organise law publicity and education in its area' },
      period: continuous,
      evidence: { zh: '普法活动的场次、参加人数和材料', en: 'Sessions held, people reached and the material used' },
      procedures: ['activity', 'bulletin'],
    },
    {
      id: '6.3-2', basis: '6.3', force: 'must', bearer: ['township'],
      action: { zh: '在辖区组织公共法律服务', en: 'Organise public legal services in its area' },
      period: continuous,
      evidence: { zh: '法律咨询和服务记录', en: 'Consultations held and answered' },
      procedures: ['advice', 'service-request'],
    },
    {
      id: '6.4-1', basis: '6.4', force: 'must', bearer: ['township'],
      action: { zh: '建好用好多种途径化解纠纷的机制', en: 'Build and keep up the mechanism of many ways to settle disputes' },
      period: continuous,
      evidence: { zh: '纠纷按途径的受理、转换和结果', en: 'Disputes by track: accepted, switched, settled' },
      procedures: ['dispute', 'mediation-committee'],
    },
    {
      id: '6.4-2', basis: '6.4', force: 'must', bearer: ['township'],
      action: { zh: '保证群众有畅通的途径提出诉求', en: 'Keep the ways open by which people can voice their interests' },
      period: continuous,
      evidence: { zh: '各渠道收到的诉求及答复', en: 'Requests received by each channel and the answers given' },
      procedures: ['request'],
    },
    {
      id: '6.4-3', basis: '6.4', force: 'must', bearer: ['township'],
      action: { zh: '对涉及群众切身利益的纠纷做好预防、摸排和化解', en: 'Prevent, find and settle the disputes that touch people’s own interests' },
      period: whenItArises,
      evidence: { zh: '排查轮次、发现的纠纷及处理结果', en: 'Screening rounds, disputes found, and what became of them' },
      procedures: ['screening', 'dispute'],
    },
    {
      id: '6.5-1', basis: '6.5', force: 'must', bearer: ['township'],
      action: { zh: '按县（区）政府统一部署开展环境整治', en: 'Carry out environmental clean-up as the county arranges' },
      period: { zh: '按县（区）政府的安排', en: 'As the county government arranges' },
      evidence: { zh: '检查、整改和复查记录', en: 'Inspections, rectification and re-checks' },
      procedures: ['campaign', 'inspection'],
    },
    {
      id: '6.5-2', basis: '6.5', force: 'must', bearer: ['township'],
      action: { zh: '按县（区）政府统一部署治理街巷', en: 'Put streets and lanes in order as the county arranges' },
      period: { zh: '按县（区）政府的安排', en: 'As the county government arranges' },
      evidence: { zh: '街巷检查、整改和复查记录', en: 'Inspections of streets and lanes, rectification and re-checks' },
      procedures: ['campaign', 'inspection'],
    },
    {
      id: '6.5-3', basis: '6.5', force: 'must', bearer: ['township'],
      action: { zh: '按县（区）政府统一部署处置突发事件', en: 'Respond to emergencies as the county arranges' },
      period: whenItArises,
      evidence: { zh: '应急响应的指令、任务和情况报告', en: 'Orders, tasks and situation reports of each response' },
      procedures: ['campaign', 'emergency'],
    },
    {
      id: '6.6-1', basis: '6.6', force: 'must', bearer: ['township'],
      action: { zh: '检查村居治理目标的完成情况', en: 'Inspect how villages and communities meet their governance targets' },
      period: regularly,
      evidence: { zh: '检查发现、整改和复查', en: 'Findings, rectification and re-checks' },
      procedures: ['village-inspection', 'inspection'],
    },
    {
      id: '6.6-2', basis: '6.6', force: 'must', bearer: ['township'],
      action: { zh: '检查村居管理和服务的成效', en: 'Inspect how well villages and communities manage and serve' },
      period: regularly,
      evidence: { zh: '检查发现、整改和复查', en: 'Findings, rectification and re-checks' },
      procedures: ['village-inspection', 'inspection', 'resident-review'],
    },
    {
      id: '6.6-3', basis: '6.6', force: 'must', bearer: ['township'],
      action: { zh: '检查村居怎样使用经费', en: 'Inspect how villages and communities use their funds' },
      period: regularly,
      evidence: { zh: '经费检查发现、整改和复查', en: 'Findings on funds, rectification and re-checks' },
      procedures: ['village-inspection', 'inspection', 'fund-watch'],
    },
    {
      id: '6.7-1', basis: '6.7', force: 'must', bearer: ['township'],
      action: { zh: '承担其他依规定应由其承担的职责', en: 'Carry out the other duties it owes' },
      period: whenItArises,
      evidence: { zh: '职责清单条目及其依据文件', en: 'The entry in its list of duties and the instrument behind it' },
      procedures: ['duty-list', 'duties'],
    },
  ],
}
