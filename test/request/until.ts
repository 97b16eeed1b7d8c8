import assert from 'node:assert/strict'
import { play, type Play } from '../helpers/play.ts'
import type { Name } from '../helpers/world.ts'
import { request } from '../../procedures/2-foundations/request.ts'

// Monday, 8 June 2026, 10:00. Offices work 08:30–12:00 and 14:30–18:00; Friday the 19th is Dragon Boat Festival.
export const village = '630202001001'
export const township = '630202001/gov'
export const lamp = { text: '村口路灯不亮，晚上看不见路', place: village }

/** A play that has come to a stage by the usual way. */
export const until = (stage: 'triage' | 'accepting' | 'handling' | 'verifying' | 'confirming' | 'closed', more: object = {}, game: Play = play(request)) => {
  const id = game.opens('resident', { ...lamp, ...more })
  const way: readonly (readonly [stage: string, who: Name, step: string, input?: object])[] = [
    ['accepting', 'dispatcher', 'dispatch', { category: 'road-damage', office: township }],
    ['handling', 'handler', 'accept'],
    ['verifying', 'handler', 'resolve', { outcome: 'fixed', result: '已更换灯泡' }],
    ['confirming', 'gridWorker', 'verify', { verified: true }],
    ['closed', 'resident', 'confirm'],
  ]
  for (const [reaches, who, step, input] of way) {
    if (game.matter(id).stage === stage) break
    game.does(who, step, id, { ...input })
    assert.equal(game.matter(id).stage, reaches)
  }
  return { game, id, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

export const powerCut = { stopGrounds: 'formalities', stopNote: '等待供电公司停电计划' }

export const names = (told: readonly { readonly who: Name }[]): readonly Name[] => told.map(one => one.who).toSorted()
