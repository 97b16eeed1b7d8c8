import { dayInWords, type Doc, type DocContext, type Documents } from '../../../kernel/document.ts'
import { groundText } from '../grounds.ts'
import type { Facts } from './facts.ts'
import { title } from '../../../regulation/articles.ts'

type C = DocContext<Facts>

const from = (c: C, more: Pick<Doc, 'title' | 'body'> & { readonly to?: string; readonly issuer?: string }): Doc => {
  const issuer = more.issuer ?? c.office(c.facts.decider ?? '')
  return { ...more, issuer, day: c.day, signed: [{ by: issuer, how: 'seal' }] }
}

const unit = (c: C): string => c.office(c.facts.accused ?? '')

/** The case in the words of a document: the unit, the facts found, and the provision. */
const found = (c: C): string => `经查，${c.facts.finding ?? ''}`.replace(/[。；]?$/, '。') + `上述行为违反${groundText(c.facts)}的规定。`

/** Who decided: on an appeal the level above, whose reasons come with it. */
const by = (c: C): string => (c.facts.appealReason === undefined ? '' : `经申诉，作出变更决定。${c.facts.appealReason}`)

const decided = ['accused', 'decider', 'finding', 'ground', 'kind'] as const
const cited = ['provision', 'otherLaw', 'appealReason'] as const

export const documents = {
  hearing: {
    zh: '陈述申辩告知书', en: 'Notice of the right to be heard', basis: ['50.1', '50.2'], from: ['open'], uses: ['accused', 'decider', 'allegation', 'ground'], may: ['provision', 'otherLaw'],
    make: c => from(c, {
      title: '陈述申辩告知书', to: unit(c),
      body: [{ p: c.facts.allegation ?? '' }, { p: `上述情况涉嫌违反${groundText(c.facts)}的规定。` }, { p: '你单位可以在平台载明的期限内陈述、申辩并提交材料；逾期未提交的，记录在案，不影响依法作出决定。' }],
    }),
  },
  order: {
    zh: '责令改正通知书', en: 'Order to correct', basis: ['50.2'], from: ['decide', 'change'], uses: [...decided, 'orders'], may: [...cited, 'order', 'correctBy'],
    when: ({ facts: f }) => f.orders === 'yes',
    make: c => from(c, {
      title: '责令改正通知书', to: unit(c),
      body: [
        ...(by(c) === '' ? [] : [{ p: by(c) }]), { p: found(c) }, { p: '现责令你单位改正，要求如下：' }, { p: c.facts.order ?? '' },
        { p: `请于${dayInWords(c.facts.correctBy ?? c.day)}前改正完毕，并报告改正情况。` }, ...(c.facts.appealReason === undefined ? [{ p: '对本决定不服的，可以在平台载明的期限内向上一级申诉。' }] : []),
      ],
    }),
  },
  criticism: {
    zh: '通报批评', en: 'Notice of criticism', basis: ['50.2'], from: ['decide', 'change'], uses: [...decided, 'criticises'], may: [...cited, 'criticism'],
    when: ({ facts: f }) => f.criticises === 'yes',
    make: c => from(c, { title: `关于对${unit(c)}通报批评的决定`, to: unit(c), body: [...(by(c) === '' ? [] : [{ p: by(c) }]), { p: found(c) }, { p: `依据《${title.zh}》第五十条第二款，决定予以通报批评：${c.facts.criticism ?? ''}` }] }),
  },
  referral: {
    zh: '移送函', en: 'Letter of referral', basis: ['49', '50.1', '50.2', '51'], from: ['refer'], uses: ['accused', 'decider', 'authorityName', 'referReason', 'handOff', 'ground'], may: ['provision', 'otherLaw', 'finding'],
    make: c => from(c, {
      title: '移送函', to: c.facts.authorityName ?? '',
      body: [{ p: `文号：${c.facts.handOff ?? ''}` }, { p: `${unit(c)}涉嫌违反${groundText(c.facts)}的规定。${c.facts.referReason ?? ''}` }, ...(c.facts.finding === undefined ? [] : [{ p: `已查明：${c.facts.finding}` }]), { p: '现依法移送你单位处理，请将处理结果函告我单位。' }],
    }),
  },
  unfounded: {
    zh: '责任不成立告知书', en: 'Notice that nothing was founded', basis: ['50.2'], from: ['unfound'], uses: ['accused', 'decider', 'unfoundedReason'],
    make: c => from(c, { title: '责任不成立告知书', to: unit(c), body: [{ p: `经核实，责任不成立。理由：${c.facts.unfoundedReason ?? ''}` }] }),
  },
  appeal: {
    zh: '申诉决定书', en: 'Decision on the appeal', basis: ['50.2'], from: ['uphold', 'change', 'annul'], uses: ['accused', 'decider', 'appealResult', 'appealReason', 'appealBy'],
    make: c => from(c, {
      title: '申诉决定书', to: unit(c), issuer: c.office(c.facts.appealBy ?? ''),
      body: [{ p: `你单位对${c.office(c.facts.decider ?? '')}的责任决定提出的申诉，现决定${c.facts.appealResult === 'annulled' ? '撤销原决定' : c.facts.appealResult === 'changed' ? '变更原决定' : '维持原决定'}。` }, { p: `理由：${c.facts.appealReason ?? ''}` }],
    }),
  },
} as const satisfies Documents<Facts, 'open' | 'decide' | 'change' | 'refer' | 'unfound' | 'uphold' | 'annul'>
