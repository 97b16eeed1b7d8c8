import { randomUUID } from 'node:crypto'
import { isRefusal } from '../../kernel/refusal.ts'
import { makeHouse } from '../../server/assemble.ts'
import { act } from '../../store/act.ts'
import { keysFrom, mac } from '../../store/seal.ts'
import { openAt } from './base.ts'
import type { LifeStep, Script } from './script.ts'
import { watched, type Sent } from './watch.ts'
import { secret } from './world.ts'

/** A statement with the places of its values where a fresh matter id and act token belong. */
export type Again = Sent & { readonly matterAt: readonly number[]; readonly tokenAt: readonly number[] }

/** The statements of one life, step by step. */
export type Recorded = readonly { readonly step: LifeStep; readonly statements: readonly Again[] }[]

const placesOf = (values: readonly unknown[] | undefined, wanted: string): readonly number[] =>
  (values ?? []).flatMap((value, at) => (value === wanted ? [at] : []))

/** Lives these scripts once through `act`, one after another, and keeps what it sent. */
export const record = async (database: string, scripts: readonly Script[]): Promise<readonly Recorded[]> => {
  let sent: Sent[] = []
  const opened = openAt(database, 1, pool => watched(pool, one => sent.push(one)))
  try {
    const { house } = await makeHouse(opened, keysFrom(secret))
    const lives: Recorded[] = []
    for (const script of scripts) {
      const life: { step: LifeStep; statements: readonly Again[] }[] = []
      let id = ''
      let seq = 0
      for (const { step, actor, input } of script) {
        sent = []
        const asked = randomUUID()
        const answer = await act(house, actor, { id: asked, step, input, ...(step === 'report' ? { procedure: 'request' } : { matter: id, seq }) })
        if (isRefusal(answer)) throw new Error(`${step}: ${JSON.stringify(answer)}`)
        id = answer.id
        seq = answer.seq
        const token = mac(house.keys, 'act', actor.account, asked).toString('hex')
        life.push({ step, statements: sent.map(one => ({ ...one, matterAt: placesOf(one.values, id), tokenAt: placesOf(one.values, token) })) })
      }
      lives.push(life)
    }
    return lives
  } finally {
    await opened.close()
  }
}
