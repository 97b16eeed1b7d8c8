import type { JsonObject } from '../../kernel/words.ts'
import type { Item } from '../../kernel/gate.ts'
import { commission } from '../../procedures/3-governance/commission/commission.ts'
import { communityTask } from '../../procedures/3-governance/commission/community-task.ts'
import { townshipTask } from '../../procedures/3-governance/commission/township-task.ts'
import { emergencyOrder } from '../../procedures/3-governance/emergency-order.ts'
import { play } from './play.ts'
import type { Name } from './world.ts'
import { workRegister, type Version, type WorkRegister } from './work-register.ts'

/** Items of a county's list, as tests speak of them. */
export const items = {
  roads: { code: 'zz-01', kind: 'assist', name: '农村公路日常保洁', office: 'transport', conditions: ['工具', '经费'], minutes: 120 },
  count: { code: 'zz-02', kind: 'assist', name: '公路沿线隐患排查', office: 'transport', conditions: [], minutes: 30, season: { from: '05-01', to: '09-30' } },
  lamps: { code: 'wt-01', kind: 'entrust', name: '代管候车亭', office: 'transport', conditions: ['经费'], minutes: 60 },
  posters: { code: 'wt-02', kind: 'entrust', name: '张贴宣传画', office: 'gov', conditions: [], minutes: 15 },
  own: { code: 'own-01', kind: 'own', name: '调解邻里纠纷', office: 'committee', conditions: [], minutes: 0 },
} as const satisfies Record<string, Omit<Item, 'since'>>

export const inForce: Version = { since: '2025-01-01', items: Object.values(items) }

export const duties = [
  { code: 'zn-01', office: '630202/transport', name: '公路巡查' }, { code: 'zn-02', office: '630202001/gov', name: '乡道养护' }, { code: 'zn-02', office: '630202101/gov', name: '乡道养护' },
]

/** What the transport bureau asks of two villages of one township: assistance owed, with two conditions. */
export const cleaning = {
  area: '630202', title: '汛前公路保洁', what: '清扫沿村公路，清理边沟', manner: 'task', item: 'zz-01', places: ['630202001001', '630202001002'], from: '2026-06-10', until: '2026-07-10',
  conditions: [{ name: '工具', what: '铁锹、扫帚各二十把', by: '2026-06-18' }, { name: '经费', what: '每村两千元', by: '2026-06-17' }],
}

/** A play of the whole chain over registers in memory, on Monday, 8 June 2026, 10:00. The 19th to the 21st are a holiday. */
export const commissioning = (from = '2026-06-08 10:00', register: WorkRegister = workRegister({ versions: [inForce], duties, held: ['户数', '人口数'] })) => {
  const game: ReturnType<typeof play> = play(commission, from, {
    others: [townshipTask, communityTask, emergencyOrder], gate: register.known, records: register.keep,
    loads: register.loads(() => game.now(), id => {
      const found = game.all('township-task').find(matter => matter.id === id) ?? game.all('commission').find(matter => matter.id === id)
      return found && { ...found, number: `630202-26-${id.slice(0, 4)}` }
    }),
  })
  const proposes = (more: JsonObject = {}, who: Name = 'transport'): string => game.opens(who, { ...cleaning, ...more }, 'propose')
  /** Proposed and approved: with the townships. */
  const approved = (more: JsonObject = {}): string => {
    const id = proposes(more)
    game.does('roads', 'approve', id)
    return id
  }
  /** Passed on by the township: with the communities. */
  const given = (more: JsonObject = {}): { readonly id: string; readonly east: string; readonly west: string } => {
    const id = approved(more)
    game.does('dispatcher', 'pass', game.all('township-task').at(-1)?.id ?? '')
    const tasks = game.all('community-task').slice(-2)
    return { id, east: tasks[0]?.id ?? '', west: tasks[1]?.id ?? '' }
  }
  return {
    game, register, proposes, approved, given, stage: (id: string): string => game.matter(id).stage, facts: (id: string) => game.matter(id).facts,
    /** A fact that is words. */
    said: (id: string, fact: string): string => { const value = game.matter(id).facts[fact]; return typeof value === 'string' ? value : '' },
  }
}
