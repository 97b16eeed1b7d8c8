import type { OfficeKind } from '../../../kernel/office-kinds.ts'
import type { Words } from '../../../kernel/words.ts'
import type { RuleName } from '../../../regulation/rules.ts'

type Kind = Words & { /** The county department to which a major one goes at once. */ readonly competent: OfficeKind }

/** What may harm people in a community: what Art. 34.4 names, and what is met every day. */
export const kinds = {
  exits: { zh: '疏散、救援通道和安全出口堵塞', en: 'Exits or rescue lanes blocked', competent: 'fire-rescue' },
  signs: { zh: '疏散指示图、标识缺失', en: 'Evacuation signs missing', competent: 'fire-rescue' },
  overhang: { zh: '高空搁置物、悬挂物', en: 'Things laid or hung high up', competent: 'urban-management' },
  fire: { zh: '消防（含飞线充电、可燃物堆放）', en: 'Fire: charging lines, piled fuel', competent: 'fire-rescue' },
  gas: { zh: '燃气', en: 'Gas', competent: 'housing' },
  electricity: { zh: '用电', en: 'Electricity', competent: 'emergency' },
  building: { zh: '房屋、围墙、在建工程', en: 'Buildings, walls, sites', competent: 'housing' },
  road: { zh: '道路、桥梁、井盖', en: 'Roads, bridges, manholes', competent: 'transport' },
  water: { zh: '沟渠、水库、涝池', en: 'Ditches, reservoirs, ponds', competent: 'water' },
  ground: { zh: '滑坡、崩塌、泥石流', en: 'Landslides, rockfall, mudflow', competent: 'natural-resources' },
  lift: { zh: '电梯、特种设备', en: 'Lifts and special equipment', competent: 'market-regulation' },
  production: { zh: '生产经营场所', en: 'Places of work', competent: 'emergency' },
  other: { zh: '其他', en: 'Other', competent: 'emergency' },
} as const satisfies Readonly<Record<string, Kind>>

export type HazardKind = keyof typeof kinds

/** How grave it is. Its limits go by it. */
export const grades = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  serious: { zh: '较大', en: 'Serious' },
  major: { zh: '重大', en: 'Major' },
} as const satisfies Readonly<Record<string, Words>>

export type Grade = keyof typeof grades

/** The limit of a grade: `limitFor('rectify', 'major')`. */
export const limitFor = (what: 'order' | 'rectify', grade: Grade | undefined): RuleName => `hazard.${what}.${grade ?? 'ordinary'}`
