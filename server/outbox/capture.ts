import type { FastifyRequest } from 'fastify'
import type { Taken, Written } from '../../kernel/outbox/letter.ts'
import type { Capture } from '../../store/act.ts'

/** What a device tells of its clock, beside what ours says. No clock is reckoned from it; a day that was past is counted back from it (round.record), within a bound. */

/** The device's clock as it sends (header `X-Device-Now`); `undefined` where it tells none that can be read. */
export const deviceNow = ({ headers: { 'x-device-now': told } }: Pick<FastifyRequest, 'headers'>): Date | undefined => {
  const at = new Date(typeof told === 'string' && /^\d{4}-\d{2}-\d{2}T[0-9:.]{5,15}Z$/.test(told) ? told : '')
  return Number.isNaN(at.getTime()) ? undefined : at
}

const longest = 400 * 86_400_000

const likely = (skew: number | undefined): skew is number => skew !== undefined && Math.abs(skew) <= longest

type Told = { readonly made: Taken; readonly photos: Written['photos'] }

/** Of a device whose clock has gone astray altogether nothing is kept. `device`: its clock as the act came in; none where it came by file. */
export const captureOf = ({ made, photos }: Told, device: Date | undefined, now: Date): Capture | undefined => {
  const at = new Date(made.at)
  const skew = device && now.getTime() - device.getTime()
  if (Number.isNaN(at.getTime()) || Math.abs(now.getTime() - at.getTime()) > 2 * longest || (skew !== undefined && !likely(skew))) return undefined
  return {
    made: at, ...(skew !== undefined && { skew }), ...(likely(made.skew) && { told: Math.round(made.skew) }),
    photos: photos.slice(0, 40).map(({ file, taken }) => ({ file, ...(taken !== undefined && { taken: taken.slice(0, 40) }) })),
  }
}
