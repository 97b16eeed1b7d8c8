import type { DutyRow } from '../../lists.ts'
import type { OfficeKind } from '../../office-kinds.ts'

/** What is an office’s own, by kind: invented after what such lists usually hold. */
const ownDuties: { readonly [K in OfficeKind]?: readonly string[] } = {
  'development-reform': ['编制国民经济和社会发展规划', '项目审批和管理', '价格监测', '粮食储备管理', '能源运行协调', '统计调查组织'],
  education: ['学校设置和管理', '教师管理', '校园安全监管', '学籍管理', '校外培训监管', '教育经费管理'],
  'ethnic-religious': ['民族团结进步创建', '宗教活动场所登记管理', '民族发展资金项目管理', '民族文化保护协调', '民族宗教政策法规宣传', '民族宗教事务行政检查'],
  'public-security': ['治安案件查处', '户籍和居住证管理', '道路交通秩序管理', '养犬管理', '危险物品管理', '反诈预警处置'],
  'civil-affairs': ['社会救助审核确认', '养老机构监管', '社会组织登记', '婚姻登记', '儿童福利和未成年人保护', '地名和区划管理'],
  justice: ['行政复议', '合法性审核', '社区矫正执法', '法律援助', '公证和律师管理', '行政执法监督'],
  finance: ['预算编制和执行', '财政专项资金监管', '政府采购监管', '国有资产管理', '会计管理', '惠民补贴发放监管'],
  'human-resources': ['劳动保障监察', '劳动人事争议仲裁', '社会保险经办', '就业服务', '职业技能培训', '欠薪处置'],
  'natural-resources': ['国土空间规划', '不动产登记', '违法用地查处', '地质灾害防治', '矿产资源监管', '征地审批'],
  'ecology-environment': ['排污许可', '环境违法查处', '环境监测', '突发环境事件处置', '噪声污染防治监管', '自然保护地监管'],
  housing: ['房屋安全管理', '建筑市场监管', '物业服务监管', '城镇供热供气监管', '保障性住房管理', '住宅专项维修资金监管'],
  agriculture: ['动物疫病防控', '农业行政执法', '农产品质量安全监管', '农村集体资产监管', '宅基地管理', '惠农补贴审核'],
  health: ['医疗机构监管', '传染病防控', '公共卫生服务', '妇幼保健', '职业病防治', '爱国卫生'],
  emergency: ['安全生产监管执法', '应急预案管理', '自然灾害救助', '森林草原防灭火指挥', '救援物资储备', '危险化学品监管'],
  petitions: ['信访事项受理和督办', '信访事项复查', '信访形势研判', '网上信访管理', '信访积案化解', '12345 转办件督办'],
  'urban-management': ['市容环境卫生执法', '户外广告管理', '占道经营查处', '生活垃圾清运处置', '违法建设查处', '市政设施管护'],
  'big-data': ['政务数据共享管理', '电子政务网络运行', '数据安全监督', '智慧城市项目管理', '公共数据开放', '政务云管理'],
  transport: ['县道乡道养护管理', '道路客货运输管理', '超限超载治理', '公共交通监管', '交通工程建设监管', '水上交通安全监管'],
  water: ['河湖管理', '水行政执法', '农村供水工程监管', '水旱灾害防御', '水土保持', '水资源管理'],
  'market-regulation': ['食品安全监管', '药品经营监管', '特种设备安全监察', '价格和收费监管', '消费者权益保护', '无证经营查处'],
  'medical-insurance': ['医保待遇审核', '医保基金监管', '医疗救助', '定点机构管理', '医药价格管理', '参保登记'],
  'fire-rescue': ['消防监督检查', '火灾事故调查', '灭火救援', '消防行政处罚', '消防设施监管', '公众聚集场所检查'],
  'disabled-federation': ['残疾人证核发', '残疾人康复服务', '残疾人就业服务', '辅助器具适配', '无障碍改造', '残疾人维权'],
  gov: ['辖区公共事务统筹', '民生项目组织实施', '安全生产日常监管', '环境综合整治', '村（社区）业务指导', '应急值守和先期处置', '矛盾纠纷排查化解', '便民服务大厅运行'],
}

/** Of any office alike. */
const everyOffice = ['政务公开', '行政执法信息公示', '本系统信访事项办理', '本系统数据填报和统计', '本部门会议和培训组织', '保密和档案管理'] as const

export const dutyKinds = Object.keys(ownDuties) as readonly OfficeKind[]

/** The duty list of an office of a kind; empty where the demo has none. */
export const dutiesOf = (kind: OfficeKind): readonly DutyRow[] => {
  const own = ownDuties[kind]
  return own === undefined ? [] : [...own, ...everyOffice].map((name, at) => ({ code: `zn-${String(at + 1).padStart(2, '0')}`, name, basis: '本单位“三定”规定和相关法律法规' }))
}
