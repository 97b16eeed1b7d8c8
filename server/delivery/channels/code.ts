import { createHmac, timingSafeEqual } from 'node:crypto'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { Tx } from '../../../store/database.ts'
import type { Channel } from './store.ts'

/** Minutes for which a code is good, tries it has, seconds before another is sent, and codes sent to one address at most. */
export const rules = { minutes: 15, tries: 5, pause: 60, most: 5 }

/** The six digits sent to an address: they derive from the site's secret and stand nowhere. */
export const codeOf = (key: Buffer, { id, code }: Pick<Channel, 'id' | 'code'>): string =>
  String(createHmac('sha256', key).update(`code ${id} ${code}`).digest().readUInt32BE(0) % 1_000_000).padStart(6, '0')

const wrong = (): Refusal =>
  refuse('wrong-code', words('验证码不正确或已过期', 'The code is wrong or has run out'), { remedy: words('请核对收到的六位数字，或重新发送', 'Check the six digits you received, or have another sent') })

export const tooSoon = (seconds: number): Refusal =>
  refuse('too-many', words(`请 ${seconds} 秒后再发送`, `Another may be sent in ${seconds} seconds`), { detail: { seconds } })

export const noMoreCodes = (): Refusal =>
  refuse('no-more-codes', words('今天发送的验证码已达上限', 'No more codes are sent today'), { remedy: words('请明天再试；通知始终可在本站查看', 'Try tomorrow; notices can always be read here') })

/** Takes a code as proof that the address is its person's. Every try counts. */
export const confirm = async (tx: Tx, key: Buffer, channel: Channel, given: string, now: Date): Promise<Refusal | undefined> => {
  if (channel.verified !== null) return undefined
  const fresh = channel.code_made !== null && now.getTime() - channel.code_made.getTime() < rules.minutes * 60_000
  await tx.query('update channel set tries = tries + 1 where id = $1::uuid', [channel.id])
  const [right, typed] = [Buffer.from(codeOf(key, channel)), Buffer.alloc(6)]
  typed.write(given.trim())
  if (!fresh || channel.tries >= rules.tries || given.trim().length !== 6 || !timingSafeEqual(right, typed)) return wrong()
  await tx.query('update channel set verified = $2::timestamptz, wanted = true where id = $1::uuid', [channel.id, now.toISOString()])
  return undefined
}

/** Goes on to another code; refused too soon, or when there were too many. */
export const renew = async (tx: Tx, { id, code, code_made }: Channel, now: Date): Promise<Refusal | undefined> => {
  const waited = code_made === null ? rules.pause : Math.floor((now.getTime() - code_made.getTime()) / 1000)
  if (waited < rules.pause) return tooSoon(rules.pause - waited)
  if (code >= rules.most) return noMoreCodes()
  await tx.query('update channel set code = code + 1, code_made = $2::timestamptz, tries = 0 where id = $1::uuid', [id, now.toISOString()])
  return undefined
}
