import type { HouseholdPoints, Scheme } from '../../procedures/3-governance/points/needs.ts'
import { idOf, people } from '../helpers/world.ts'

// Monday, 8 June 2026, 10:00. The village is 荒滩村, but where a neighbouring one is asked: 东关社区 and 西关社区 lie side by side.
export const village = '630202101201'
export const [h1, h2, h3] = [`${village}-0001`, `${village}-0002`, `${village}-0003`]
export const file = [idOf('file')]

export const affairs = [{ code: 'A01', what: '环境卫生', least: 1, most: 10 }, { code: 'A02', what: '参加村民会议', least: 2, most: 5 }]
export const items = [
  { code: '01', what: '庭院整洁', affair: 'A01', points: 5, most: 20, by: 'either', evidence: 'photo' },
  { code: '02', what: '参加村民会议', affair: 'A02', points: 3, most: 9, by: 'committee', evidence: 'record' },
] as const
export const rewards = [{ code: 'R1', what: '洗衣粉', points: 10, fen: 800 }]
export const scheme: Scheme = { matter: idOf('scheme'), title: '荒滩村积分办法', version: 1, period: 'month', items, rewards, budget: 500_000, pointFen: 80, since: '2026-06-01' }
export const catalogue = { matter: idOf('catalogue'), title: '雨润镇积分事项目录', since: '2026-01-01', affairs }
export const none = { kin: 'none' } as const
export const member: HouseholdPoints = { known: true, free: 8, posted: 8, coming: 0, owed: 0, member: true, members: [people.villager.account] }
