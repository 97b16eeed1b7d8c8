import type { Random } from './random.ts'

/**
 * Invented names in the shapes that live in these valleys, drawn with the same weights everywhere: short and long, with · and with rare
 * characters, so that no field and no page is made for three-character names only. A shape says nothing about the person; none is kept.
 */
const surnames = Array.from('李王张马刘陈祁赵韩杨包鲍徐许史汪白辛朱谢晁星沙苏董周吴郭罗何高林梁宋郑唐冯于曹彭蒋田任钟姜范方石姚谭廖熊陆郝孔崔康毛邱秦江顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文逯冶喇绽单仇')
const doubleSurnames = ['欧阳', '上官', '司马', '诸葛', '慕容', '东方']
const given = Array.from('文明华建国军平伟强磊军洋勇艳杰娟涛超秀霞玲桂英兰芳燕红梅丽萍春生永福海龙成才玉林有财寿山宝元德贵广智仁义忠孝发祥庆云鹏飞晓东志远思雨欣怡浩然子轩雅静雪莲金花银桂清泉长寿占元得胜进财生莲存秀延年启明学义国栋万福尕进')
const rare = ['𬭎', '㛃', '䶮', '堃', '甡', '垚', '赟', '𤧛', '頔', '𬀩', '犇', '翀', '祎', '喆', '𠅤', '昇']
const paired = ['才让', '卓玛', '扎西', '多杰', '旦增', '拉毛', '仁青', '东知', '桑杰', '格日', '措毛', '项秀', '完么', '南杰', '加羊', '央金', '达哇', '尼玛', '华旦', '关却', '索南', '才旦', '公保', '先巴', '切羊', '周毛', '豆拉', '当知', '贡布', '德吉']
const long = ['阿布都', '哈力麦', '阿乙舍', '穆萨', '伊布拉', '法图麦', '优素福', '尔不都', '海力买', '萨力海', '哈三', '胡才尼', '阿米娜', '索非亚', '尔萨', '者麻力', '买燕', '苏来麻', '尕娘娘', '努尔哈']
const beforeLong = Array.from('马韩冶绽沙喇苏何张赵李王')
const leading = ['阿卜杜热合曼', '买买提依明', '阿依努尔', '旦增', '孛儿只斤', '艾力菲热', '次仁多吉', '古丽巴哈尔', '却吉坚赞', '巴特尔', '玛依拉', '帕提古丽']
const following = ['阿卜杜热西提', '次仁罗布', '图尔荪江', '巴特尔', '热合木图拉', '买买提江', '罗桑益西', '阿不力米提', '额尔德尼', '努尔买买提']

const few = (random: Random, from: readonly string[], n: number): string => Array.from({ length: n }, () => random.pick(from)).join('')

const shapes: readonly (readonly [shape: (random: Random, surname: string) => string, weight: number])[] = [
  [(random, surname) => surname + few(random, given, 2), 58],
  [(random, surname) => surname + few(random, given, 1), 16],
  [random => random.pick(beforeLong) + random.pick(long), 8],
  [random => random.some(paired, 2).join(''), 10],
  [(random, surname) => surname + random.pick(rare) + (random.chance(0.5) ? random.pick(given) : ''), 3],
  [random => random.pick(doubleSurnames) + few(random, given, 2), 1],
  [random => `${random.pick(leading)}·${random.pick(following)}`, 3],
  [random => `${random.pick(leading)}·${random.pick(following)}·${random.pick(following)}`, 0.5],
]

export const inventSurname = (random: Random): string => random.pick(surnames)

/** An invented name; `surname` is used by the shapes that have one. */
export const inventName = (random: Random, surname = inventSurname(random)): string => random.weighted(shapes)(random, surname)
