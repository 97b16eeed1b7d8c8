import { keepWords } from '../../../kernel/kept-words.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { Dispute } from './facts.ts'
import { kindTraits } from './kinds.ts'
import { mediated, toBetween, toSides, type Moved, type Now } from './parts.ts'
import { tracks, trackOf, type TrackName } from './tracks.ts'

/** Which way a limitation bars once it has run out. */
const barredBy: { readonly [track in TrackName]?: string } = { litigation: 'civil', labourArbitration: 'labour', farmlandArbitration: 'farmland', reconsideration: 'reconsideration' }

/** The ways beside mediation that are open to a dispute of its kind, each with the last day of the limitation that runs against it. */
export const otherWays = ({ facts: { about }, clocks }: Dispute): Words => {
  const { limitation } = kindTraits(about)
  const last = limitation === undefined ? undefined : clocks[`limit-${limitation}`]?.last
  const ways = (Object.keys(tracks) as TrackName[]).filter(name => trackOf(name).mediation !== true && trackOf(name).kinds?.includes(about ?? 'other') !== false)
  const dated = (name: TrackName): Words => {
    const { zh, en } = trackOf(name)
    return last !== undefined && barredBy[name] === limitation ? words(`${zh}（${last} 前申请）`, `${en} (asked for by ${last})`) : { zh, en }
  }
  const told = ways.map(dated)
  return words(told.map(one => one.zh).join('、'), told.map(one => one.en).join(', '))
}

/**
 * Mediation ends without agreement, whichever way it does: both sides are told the other ways of their kind of dispute and until when (People’s
 * Mediation Law, Art. 26), and the register of mediators that it came to nothing.
 */
export const unagreed = (c: Now, zh: string, en: string, more: Moved = {}): Moved => {
  const ways = otherWays(c.matter)
  return toBetween(c, zh, en, {
    ...more, set: { waysOpen: keepWords(ways), ...more.set },
    effects: [toSides(`还可以走的途径：${ways.zh}`, `Ways that stay open: ${ways.en}`), ...mediated(c, 'fail'), ...(more.effects ?? [])],
  })
}
