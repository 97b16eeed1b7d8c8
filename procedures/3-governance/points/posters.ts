import { dayInWords, type Block, type Doc } from '../../../kernel/document.ts'
import { evidences, periods, scorers, type Item, type Period, type Reward } from './needs.ts'

type Told = { readonly issuer: string; readonly title: string; readonly day: string; readonly period: Period; readonly items: readonly Partial<Item>[]; readonly rewards: readonly Partial<Reward>[]; readonly inForceOn?: string }

/** A scheme as it hangs at the gate, a draft as well as one in force: a line for each thing, to be read from a few steps away. */
export const schemePoster = ({ issuer, title, day, period, items, rewards, inForceOn }: Told): Doc => ({
  issuer, title: inForceOn === undefined ? `${title}（草案，征求意见）` : title, day: inForceOn ?? day, large: true, signed: [{ by: issuer, how: 'seal' }],
  body: [
    { p: inForceOn === undefined ? '这是草案。有意见的，可以到村（居）委会当面说，也可以写在纸上交网格员，逐条答复。' : `村（居）民表决通过，自${dayInWords(inForceOn)}起施行。` },
    ...items.map(({ what = '', points = 0, most = 0, by = 'committee', evidence = 'record' }): Block => ({ p: `${what}：每次 ${points} 分，每户${periods[period].zh}最多 ${most} 分。由${scorers[by].zh}记，凭${evidences[evidence].zh}。` })),
    ...rewards.map(({ what = '', points = 0 }): Block => ({ p: `兑换：${what}，${points} 分。` })),
    { p: '记分先公示，有异议的可以提。扣分先告知、听申辩，扣到零为止。' },
  ],
})

type Shown = { readonly issuer: string; readonly title: string; readonly day: string; readonly until?: string; readonly lines: readonly { readonly line: number; readonly household: string; readonly what: string; readonly points: number; readonly held: boolean }[] }

/** What was given and taken in a period, for the wall: line by line, `household` masked as its reader is shown it, no totals. `points` are signed. */
export const postingPoster = ({ issuer, title, day, until, lines }: Shown): Doc => ({
  issuer, title, day, large: true, signed: [{ by: issuer, how: 'seal' }],
  body: [
    { p: `${until === undefined ? '公示已经期满。' : `${dayInWords(until)}前可以提异议；`}不会用手机的，写明第几条，签名（按手印）后交网格员或者村（居）委会。户号只写末两位。` },
    ...lines.map(({ line, household, what, points, held }): Block => ({ p: `第 ${line} 条　户 ${household}　${what}　${points < 0 ? `扣 ${-points}` : `加 ${points}`} 分${held ? '（有异议，暂不入账）' : ''}` })),
  ],
})
