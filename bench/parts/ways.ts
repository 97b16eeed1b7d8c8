import { randomBytes, randomUUID } from 'node:crypto'
import { isRefusal } from '../../kernel/refusal.ts'
import { makeHouse } from '../../server/assemble.ts'
import { keysFrom } from '../../store/seal.ts'
import { act } from '../../store/act.ts'
import { serverPool } from '../../store/server-pool.ts'
import { urlOf } from './admin.ts'
import { openAt } from './base.ts'
import { httpClient } from './http.ts'
import type { Recorded } from './record.ts'
import type { LifeStep, Script } from './script.ts'
import { secret } from './world.ts'

/** One client's way of living lives: each call lives the next one whole and tells each step's milliseconds. */
export type Client = (told: (step: LifeStep, ms: number) => void) => Promise<void>
export type Way = { client(): Promise<Client>; close(): Promise<void> }

const poolSize = 16

/** Takes from a list in turn, for ever. */
const inTurn = <T>(list: readonly T[]): (() => T) => {
  let i = 0
  return () => {
    const one = list[i++ % list.length]
    if (one === undefined) throw new Error('an empty list')
    return one
  }
}

/** Every step an authenticated HTTP call. */
export const overHttp = (port: number, scripts: readonly (Script)[], cookies: ReadonlyMap<string, string>): Way => {
  const next = inTurn(scripts)
  const closers: (() => void)[] = []
  return {
    client: async () => {
      const http = await httpClient(port)
      closers.push(http.close)
      return async told => {
        let id = ''
        let seq = 0
        for (const { step, actor, input } of next()) {
          const path = step === 'report' ? '/api/request/report' : `/api/matters/${id}/${step}`
          const body = JSON.stringify(step === 'report' ? { input } : { seq, input })
          const began = performance.now()
          const { status, body: text } = await http.ask('POST', path, `cookie: ${cookies.get(actor.post ?? actor.account) ?? ''}\r\nidempotency-key: ${randomUUID()}\r\n`, body)
          told(step, performance.now() - began)
          if (status !== 200) throw new Error(`${step}: ${status} ${text}`)
          const reply = JSON.parse(text) as { id: string; seq: number }
          id = reply.id
          seq = reply.seq
        }
      }
    },
    close: async () => { for (const close of closers) close() },
  }
}

/** The store's own `act`, without HTTP. */
export const overAct = async (database: string, scripts: readonly Script[]): Promise<Way> => {
  const opened = openAt(database, poolSize)
  const { house } = await makeHouse(opened, keysFrom(secret))
  const next = inTurn(scripts)
  return {
    client: async () => async told => {
      let id = ''
      let seq = 0
      for (const { step, actor, input } of next()) {
        const began = performance.now()
        const answer = await act(house, actor, { id: randomUUID(), step, input, ...(step === 'report' ? { procedure: 'request' } : { matter: id, seq }) })
        told(step, performance.now() - began)
        if (isRefusal(answer)) throw new Error(`${step}: ${JSON.stringify(answer)}`)
        id = answer.id
        seq = answer.seq
      }
    },
    close: opened.close,
  }
}

/** The floor: the statements that `act` was seen to send, sent again under fresh ids through the driver, with the same waits and nothing between them. */
export const overReplay = async (database: string, recorded: readonly Recorded[]): Promise<Way> => {
  const pool = serverPool(urlOf(database, 'shanzhi_app'), poolSize)
  const next = inTurn(recorded)
  return {
    client: async () => async told => {
      const matter = randomUUID()
      for (const { step, statements } of next()) {
        const token = randomBytes(32).toString('hex')
        const began = performance.now()
        const { connection, giveBack } = await pool.borrow()
        let answers: Promise<unknown>[] = []
        for (const { text, values, matterAt, tokenAt, waited } of statements) {
          if (waited && answers.length > 0) { await Promise.all(answers); answers = [] }
          if (!values) { answers.push(connection.simple(text)); continue }
          const fresh = [...values]
          for (const at of matterAt) fresh[at] = matter
          for (const at of tokenAt) fresh[at] = token
          answers.push(connection.query(text, fresh))
        }
        await Promise.all(answers)
        giveBack()
        told(step, performance.now() - began)
      }
    },
    close: pool.close,
  }
}
