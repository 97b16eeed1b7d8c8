import type { UnitKind } from '../../unit.ts'
import { isUrban } from '../../unit.ts'
import type { Random } from '../random.ts'
import { stories } from '../stories/all.ts'
import type { Story } from '../stories/story.ts'

const landmarks = {
  urban: ['3号楼下', '小区东门', '菜市场门口', '滨河步道', '幼儿园门口', '物业办公室旁', '地下车库出口', '健身器材旁', '农贸市场西侧', '公交站台', '老家属院门口', '小区北侧围墙', '便民服务站门口', '十字路口', '商铺后巷', '锅炉房旁'],
  rural: ['村委会门口', '小学门口', '文化广场', '村口小桥', '卫生室旁', '老戏台', '打麦场', '水渠边', '蓄水池旁', '班车停靠点', '上庄路口', '三岔路口', '沟口', '红白事厅旁', '涝池边', '下河滩', '老榆树下', '磨坊旁'],
} as const
const whens = ['昨天', '昨天晚上', '前天', '这两天', '前几天', '上周', '半个月前', '这个月', '前天夜里', '上个月底']
const teams = ['一社', '二社', '三社', '四社', '五社', '六社']

/** What a report says and how it reads on: a text, the spot, and words for progress and result that belong to it. */
export type Telling = { readonly category: string; readonly text: string; readonly spot: string; note(random: Random): string; readonly done: string }

/** Commoner troubles come oftener; what is not named weighs 3. */
const weights: Readonly<Record<string, number>> = {
  'road-damage': 12, 'village-road': 9, rubbish: 11, 'water-supply': 9, 'street-light': 7, noise: 6, drainage: 6, 'neighbour-dispute': 8, 'unpaid-wages': 5,
  parking: 5, irrigation: 5, 'property-service': 6, 'illegal-building': 4, 'village-affairs': 4, 'village-facilities': 4, 'gas-safety': 1, 'lift-safety': 2, 'children-left-behind': 1,
}

const fill = (text: string, slots: Readonly<Record<string, string>>): string => text.replaceAll(/\{([村社处时天数户])\}/g, (whole, slot: string) => slots[slot] ?? whole)

const pairsOf = (text: string): ReadonlySet<string> => new Set(Array.from(text).slice(1).map((point, i) => `${Array.from(text)[i] ?? ''}${point}`))

/** Of several sentences the one that shares most with the report: a report of a lamp is not answered with a manhole. */
const closest = (random: Random, text: string, sentences: readonly string[]): string => {
  const pairs = pairsOf(text)
  const likeness = (sentence: string): number => [...pairsOf(sentence)].filter(pair => pairs.has(pair)).length
  const scored = sentences.map(sentence => [sentence, likeness(sentence)] as const)
  const best = Math.max(...scored.map(([, score]) => score))
  return random.pick(scored.filter(([, score]) => score === best))[0]
}

type Setting = 'urban' | 'rural'
type Told = Omit<Story, 'texts'> & { readonly texts: readonly string[] }

const storiesFor = (setting: Setting): readonly (readonly [Told, number])[] =>
  stories.filter(story => story.where === undefined || story.where === setting).flatMap(story => {
    const texts = story.texts.flatMap(text => (typeof text === 'string' ? [text] : text.where === setting ? [text.text] : []))
    return texts.length === 0 ? [] : [[{ ...story, texts }, weights[story.category] ?? 3]]
  })

const told: { readonly [S in Setting]: readonly (readonly [Told, number])[] } = { urban: storiesFor('urban'), rural: storiesFor('rural') }

const openers = ['您好，', '反映一个问题：', '请帮忙看看，', '想咨询一下，', '群众反映，', '又来麻烦你们，']
const closers = ['请尽快处理。', '谢谢。', '盼回复。', '麻烦来人看看。', '住户意见很大。', '希望有个说法。', '之前打过电话没人管。', '老人孩子都不方便。', '安全第一，请重视。', '可以联系我带路。']

/** People begin and end in their own way; what names no spot may begin with one. */
const inOwnWords = (random: Random, template: string, where: string): string => {
  const named = /\{[社处村]\}/.test(template)
  const opener = !named && random.chance(0.55) ? `${where}，` : random.chance(0.18) ? random.pick(openers) : ''
  return `${opener}${template}${random.chance(0.45) ? random.pick(closers) : ''}`
}

/** Invents what somebody in a place reports, on a category if one is named. `place` is the plain name of the village or community. */
export const tell = (random: Random, place: string, kind: UnitKind, category?: string): Telling => {
  const setting = isUrban(kind) ? 'urban' : 'rural'
  const fitting = told[setting].filter(([story]) => category === undefined || story.category === category)
  const story = random.weighted(fitting)
  const slots = {
    村: place, 社: setting === 'rural' ? random.pick(teams) : `${random.whole(1, 12)}号楼`, 处: random.pick(landmarks[setting]), 时: random.pick(whens),
    天: String(random.whole(2, 9)), 数: String(random.whole(10, 60)), 户: String(random.whole(3, 30)),
  }
  const template = random.pick(story.texts)
  const spot = template.includes('{社}') ? slots.社 : slots.处
  return {
    category: story.category, spot: `${place}${spot}`,
    text: fill(inOwnWords(random, template, random.chance(0.5) ? `${place}${spot}` : spot), slots),
    note: other => fill(closest(other, template, story.notes), slots),
    done: fill(closest(random, template, story.done), slots),
  }
}

/** The same trouble in another's words, for reports that are joined. */
export const retell = (random: Random, { text }: Telling): string =>
  `${random.pick(['也来反映一下：', '同样的问题，', '我家也受影响，', '已经有人反映过吧？', '再说一次，'])}${text}`
