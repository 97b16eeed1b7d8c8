import type { WorkItem } from '../../lists.ts'

/** Items of the demo’s lists: invented after what such lists usually hold. Each county has the same. */

type Own = readonly [name: string, basis: string, part: string, minutes: number, categories?: string]

const committeeLaw = '村民委员会组织法、城市居民委员会组织法'

const ownWork: readonly Own[] = [
  ['调解邻里和家庭纠纷', '人民调解法', '受理、调解、回访', 120, 'neighbour-dispute'],
  ['村（居）务公开', committeeLaw, '按时公开财务、补助、项目等事项，答复询问', 180, 'village-affairs'],
  ['村集体设施的日常管护', committeeLaw, '巡查、维修，必要时提请议事', 120, 'village-facilities'],
  ['楼道和公共空间整理', committeeLaw, '劝导清理堆放物，组织邻里共管', 60, 'shared-space'],
  ['召开村（居）民会议、代表会议', committeeLaw, '拟定议题、通知、主持、记录和公布', 360],
  ['议事协商', '本条例第二十五条', '收集议题，组织协商，落实结果', 180],
  ['制定和修订村规民约、居民公约', committeeLaw, '起草、征求意见、表决、备案', 480],
  ['推选村（居）民代表、小组长', committeeLaw, '组织推选，公布结果', 480],
  ['管理村集体资产和财务', '农村集体经济组织法', '民主理财、定期公布', 300],
  ['受理居民诉求', '本条例第二十一条', '登记、答复，不属自身职责的上报', 30],
  ['网格走访', '本条例第二十一条', '日常走访，了解诉求和隐患', 240],
  ['红白事和移风易俗', '村规民约', '红白理事会服务、劝导', 90],
  ['邻里互助和志愿服务', '志愿服务条例', '组织志愿者，记录时长', 120],
  ['照看独居老人', '村规民约', '邻里结对、电话问候', 60],
  ['留守儿童关爱', '村规民约', '结对陪伴，发现困难及时报告', 60],
  ['公共环境日常保洁', '村规民约', '组织保洁，评比卫生户', 240],
  ['文体活动', committeeLaw, '开放活动室，组织节庆活动', 180],
  ['积分管理', '本条例第二十七条', '按方案记分、公示、兑换', 120],
  ['评选文明家庭和好人好事', '村规民约', '推荐、评议、公示', 180],
  ['物业服务的居民评议', '本条例第三十四条', '组织业主评议，反映问题', 120],
  ['管理社区活动场所', committeeLaw, '开放、登记、卫生和安全', 120],
  ['法治宣传栏和村（居）法律顾问服务', '本条例第三十一条', '张贴宣传，安排咨询时间', 60],
  ['集体土地承包合同的日常管理', '农村土地承包法', '保管合同，提示到期', 90],
  ['灌溉用水的村内分配', '村规民约', '排定次序，协调用水', 90],
  ['保管公章和档案', committeeLaw, '登记用印，整理归档', 60],
]

type Assist = readonly [name: string, basis: string, office: string, part: string, conditions: string, minutes: number, season?: readonly [from: string, to: string] | undefined, standard?: string]

const assistance: readonly Assist[] = [
  ['社会救助对象入户核查', '社会救助暂行办法', 'civil-affairs', '陪同入户，反映家庭实际情况', '人员、经费', 120],
  ['高龄津贴对象年度核实', '老年人权益保障法', 'civil-affairs', '确认在世和居住情况', '人员、经费', 20, undefined, '每年一次，不重复要求本人到场'],
  ['残疾人基本服务状况核实', '残疾人保障法', 'disabled-federation', '联系本人，反映需求', '经费、培训', 40],
  ['流动人口信息采集', '居住证暂行条例', 'public-security', '告知登记方式，反映变动', '人员、设备', 60],
  ['预防电信网络诈骗宣传', '反电信网络诈骗法', 'public-security', '张贴资料，入户提醒', '经费、培训', 60],
  ['社区矫正对象帮教', '社区矫正法', 'justice', '协助帮教，反映表现', '人员、培训', 120],
  ['人民调解案卷整理', '人民调解法', 'justice', '提供调解材料', '经费、培训', 30],
  ['森林草原防火巡查', '森林防火条例', 'emergency', '巡查、劝阻野外用火', '人员、设备、经费', 180, ['10-01', '05-31']],
  ['汛期隐患点值守', '防汛条例', 'emergency', '值守、报告、组织转移', '人员、设备、经费、培训', 480, ['05-15', '09-30']],
  ['地质灾害隐患点巡查', '地质灾害防治条例', 'natural-resources', '巡查、报告险情', '设备、经费、培训', 120, ['05-01', '10-31']],
  ['冬春取暖安全排查', '大气污染防治法', 'emergency', '入户提醒，发放一氧化碳报警器', '设备、经费、培训', 60, ['10-15', '03-31']],
  ['消防安全入户宣传', '消防法', 'fire-rescue', '发放资料，提醒隐患', '经费、培训', 60],
  ['动物强制免疫组织', '动物防疫法', 'agriculture', '通知农户，配合防疫员入户', '人员、设备、经费', 240, ['03-01', '11-30']],
  ['耕地地力保护补贴面积核实', '农业法', 'agriculture', '核对面积，公示结果', '人员、经费', 240, ['03-01', '06-30']],
  ['农村宅基地申请初审', '土地管理法', 'agriculture', '现场指界，组织公示', '人员、培训', 120],
  ['秸秆禁烧巡查', '大气污染防治法', 'ecology-environment', '巡查、劝阻、报告', '人员、设备、经费', 120, ['09-01', '11-30']],
  ['河湖岸线日常巡查', '水法', 'water', '巡查，发现侵占和倾倒及时报告', '人员、设备', 120],
  ['农村饮水水费收缴告知', '水法', 'water', '张贴通知，协助联系用户', '经费、设备', 30],
  ['城乡居民医保参保动员', '社会保险法', 'medical-insurance', '宣传政策，提醒未参保人员', '经费、培训', 90, ['09-01', '12-31']],
  ['城乡居民养老保险待遇资格认证', '社会保险法', 'human-resources', '协助不会用手机的老人认证', '设备、培训', 30],
  ['就业意愿调查', '就业促进法', 'human-resources', '了解就业意愿，介绍招聘信息', '经费、培训', 60],
  ['适龄儿童入学核对', '义务教育法', 'education', '核对在户适龄儿童，提醒入学', '经费', 60, ['04-01', '08-31']],
  ['老年人健康体检通知', '基本公共卫生服务规范', 'health', '通知体检时间，协助行动不便者', '人员、设备', 60],
  ['预防接种通知', '疫苗管理法', 'health', '通知监护人', '经费', 30],
  ['危房改造对象核实', '农村危房改造政策', 'housing', '反映房屋实况，组织公示', '人员、经费', 120],
  ['农村公路养护巡查', '公路法', 'transport', '巡查村道，报告损坏', '设备、经费', 120],
  ['垃圾分类宣传引导', '固体废物污染环境防治法', 'urban-management', '宣传引导，反映清运问题', '人员、经费、设备', 120],
]

const entrusted: readonly Assist[] = [
  ['经济普查、人口抽样入户登记', '统计法', 'development-reform', '选派普查员入户登记', '人员、经费、培训、设备', 240],
  ['居家养老服务站日常运营', '老年人权益保障法', 'civil-affairs', '开放场所，组织助餐助洁', '人员、经费、设备', 480],
  ['便民服务代办点', '优化营商环境条例', 'gov', '代收材料，代为申报', '人员、经费、设备、培训', 240],
]

const ownItem = ([name, basis, part, minutes, categories]: Own, at: number): WorkItem =>
  ({ code: `own-${String(at + 1).padStart(2, '0')}`, kind: 'own', name, basis, office: 'committee', part, minutes, ...(categories !== undefined && { categories }) })

const item = (kind: 'assist' | 'entrust', prefix: string) => ([name, basis, office, part, conditions, minutes, season, standard]: Assist, at: number): WorkItem => ({
  code: `${prefix}-${String(at + 1).padStart(2, '0')}`, kind, name, basis, office, part, conditions, ...(standard !== undefined && { standard }),
  ...(season && { seasonFrom: season[0], seasonTo: season[1] }), minutes,
})

/** The lists as amended: 25 of the community’s own items, 27 of assistance, 3 that may be entrusted. */
export const amended: readonly WorkItem[] = [...ownWork.map(ownItem), ...assistance.map(item('assist', 'zz')), ...entrusted.map(item('entrust', 'wt'))]

const came = new Set(['own-18', 'zz-11', 'zz-20', 'wt-03'])
const gone: readonly WorkItem[] = [
  { code: 'zz-90', kind: 'assist', name: '订阅报刊任务分解', basis: '部门工作通知', office: 'gov', part: '统计并收缴订阅款', conditions: '经费', minutes: 120 },
  { code: 'zz-91', kind: 'assist', name: '下载安装各类政务应用的统计', basis: '部门工作通知', office: 'big-data', part: '统计安装户数', conditions: '设备', minutes: 240 },
]

/** The first version, before it was amended: four items fewer, two more, and some that then took longer or came with less. */
export const original: readonly WorkItem[] = [
  ...amended.filter(one => !came.has(one.code)).map(one => (one.code === 'zz-01' ? { ...one, conditions: '经费', minutes: 180 } : one.code === 'zz-09' ? { ...one, conditions: '人员、设备', seasonFrom: '05-01' } : one)),
  ...gone,
]

/** Why each item was withdrawn or changed. */
export const reasons: readonly { readonly code: string; readonly why: string }[] = [
  { code: 'zz-90', why: '不属村（社区）法定协助事项，社区普遍反映负担重，退出清单' },
  { code: 'zz-91', why: '数据可由平台直接取得，不再要求村（社区）统计' },
  { code: 'zz-01', why: '采纳社区意见，核查须有民政干部同行' },
  { code: 'zz-09', why: '按汛期规律调整时段，增加经费和培训' },
  { code: 'own-18', why: '条例施行后各村（社区）普遍实行积分管理' },
  { code: 'zz-11', why: '根据冬季一氧化碳中毒防范需要增加' },
  { code: 'zz-20', why: '根据老年人反映认证不便增加' },
  { code: 'wt-03', why: '由社区自愿承接，按件付费' },
]
