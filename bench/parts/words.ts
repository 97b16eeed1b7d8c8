import type { Random } from '../../registers/demo/random.ts'

/** Invented wording: enough variety that some words stand in many texts and some in few. */
const places = ['村口', '广场旁', '小学门口', '卫生室对面', '三社巷道', '河滩边', '公交站', '菜市场', '主干道', '文化活动室', '老戏台', '桥头', '二号楼前', '安置小区', '养殖场附近', '农贸市场', '水渠边', '便民服务站', '敬老院门前', '幼儿园后墙']
const troubles = ['已经坏了', '一直没人处理', '影响出行', '味道很大', '存在安全隐患', '时好时坏', '比较严重', '无人管理', '影响老人和孩子', '下雨后更厉害', '多次出现', '晚上特别明显', '占了半条路', '一直拖着']
const sinces = ['上周开始', '已有三天', '快一个月了', '自入冬以来', '昨天发现', '从春节后', '两个多星期', '前几天', '今年以来', '雨后']
const wishes = ['请尽快派人查看', '希望及时维修', '请协调解决', '请给予答复', '望有关部门处理', '请告知办理时间', '希望安排清理', '请帮助联系负责单位', '盼回复', '请核实']
const results = ['已安排人员到场处理，问题消除', '已更换损坏部件并试运行正常', '已清理完毕并落实日常管护', '已与双方沟通达成一致', '已列入年度计划，先行临时处置', '经现场核查已整改到位']

export const complaint = (random: Random, about: string): string =>
  `${random.pick(places)}${about}问题${random.pick(troubles)}，${random.pick(sinces)}${random.chance(0.5) ? `，${random.pick(troubles)}` : ''}，${random.pick(wishes)}`

export const outcome = (random: Random): string => random.pick(results)

export const spot = (random: Random): string => `${random.pick(['一', '二', '三', '四', '五'])}社${random.whole(1, 120)}号旁`

export const mobile = (random: Random): string => `1${random.pick(['3', '5', '7', '8', '9'])}${String(random.whole(0, 999_999_999)).padStart(9, '0')}`
