import { noVotes, type Figures, type Votes } from '../../kernel/voting/tally.ts'
import type { RollUnit } from '../../kernel/voting/track.ts'
import { isFinal } from '../../kernel/procedure.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { deliberation } from '../../procedures/3-governance/deliberation/deliberation.ts'
import type { Entitled } from '../../procedures/3-governance/deliberation/entitled.ts'
import type { RollNow, CountNow, DraftAt, MatterAt } from '../../procedures/3-governance/deliberation/needs.ts'
import type { Matter } from '../../kernel/matter.ts'

/** What the registers of voting would answer, said purely: as many on a roll as the village is large, and what two counters agreed on. The registers themselves are tried over the database. */
export const villageVote = (size: number, more: { readonly area?: number } = {}) => {
  let roll: RollNow | undefined
  let figures: Figures | undefined
  let entitled: Entitled | undefined
  const rows: { readonly register: string; readonly row: JsonObject }[] = []
  return {
    rows,
    records: (register: string, row: JsonObject): void => {
      rows.push({ register, row })
      if (register === 'roll') roll = { kind: row['kind'] as RollUnit, units: size, faults: [], ...more }
      if (register === 'roll-freeze' && roll) roll = { ...roll, frozen: '2026-06-08T02:00:00.000Z' }
    },
    /** A roll of somebody else’s making. */
    rollIs: (other: RollNow | undefined): void => { roll = other },
    /** What the register knows of who may demand a meeting. */
    entitledAre: (known: Entitled): void => { entitled = known },
    /** So many took part, and so they voted. */
    counted: (present: number, votes: Partial<Votes>, area?: { readonly present: number; readonly votes: Partial<Votes> }): void => {
      figures = {
        roll: { units: size, ...more }, present: { units: present, ...(area && { area: area.present }) }, votes: { ...noVotes, ...votes }, ...(area && { area: { ...noVotes, ...area.votes } }),
      }
    },
    /** The counters have not agreed, after all. */
    uncounted: (): void => { figures = undefined },
    loads: (all: (procedure: string) => readonly Matter[], others: { readonly [id: string]: MatterAt } = {}) => ({
      roll: () => roll,
      entitled: () => entitled,
      count: (): CountNow => (figures === undefined ? { state: 'closed', ready: false, why: { zh: '计票单还没有两人一致', en: 'No two counters agree yet' } } : { state: 'closed', ready: true, figures }),
      'own-line': (ask: JsonObject) => ask['number'] === 1,
      unanswered: (ask: JsonObject) => ['resolution-task', 'deliberation-comment', 'hearing-opinion'].flatMap(all).filter(one => one.links.some(link => link.kind === ask['kind'] && link.matter === ask['matter']) && ['doing', 'waiting'].includes(one.stage)).length,
      'draft-at': (ask: JsonObject): DraftAt | undefined => {
        const draft = others[typeof ask['matter'] === 'string' ? ask['matter'] : '']
        const topic = all('deliberation').find(one => one.id !== ask['except'] && !isFinal(deliberation, one.stage) && one.links.some(link => link.kind === 'adopts' && link.matter === ask['matter']))
        return draft && { ...draft, ...(topic && { topic: 'YS-1' }) }
      },
      'deliberation-at': (ask: JsonObject): MatterAt | undefined => {
        const found = ['deliberation', 'hearing-round'].flatMap(all).find(one => one.id === ask['matter'])
        return found ? { procedure: found.procedure, stage: found.stage, region: found.region, number: 'YS-1', place: { zh: '荒滩村', en: 'Huangtan' } } : others[typeof ask['matter'] === 'string' ? ask['matter'] : '']
      },
    }),
  }
}
