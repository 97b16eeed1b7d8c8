import { createHash, timingSafeEqual } from 'node:crypto'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'

const closed = (): Refusal =>
  refuse('not-found', words('未开放运行指标', 'Metrics are not open'), { remedy: words('由管理员设置 METRICS_TOKEN 后开放', 'The administrator opens them by setting METRICS_TOKEN') })

const needsToken = (): Refusal =>
  refuse('not-signed-in', words('须出示令牌', 'A token is needed'), { remedy: words('请求头须带 Authorization: Bearer 和 METRICS_TOKEN 的值', 'Send the header Authorization: Bearer with the value of METRICS_TOKEN') })

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Why somebody may not read the figures; `undefined` where they may. A token and not the caller's address: behind a reverse proxy on the
 * same machine the whole world comes from 127.0.0.1. Takes the same time for a right and a wrong token.
 */
export const metricsRefusal = (token: string | undefined, authorization: string | undefined): Refusal | undefined => {
  if (token === undefined) return closed()
  const given = /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(token)) ? undefined : needsToken()
}
