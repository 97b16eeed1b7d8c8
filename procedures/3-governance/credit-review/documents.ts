import { dayInWords, type Doc, type DocContext, type Documents } from '../../../kernel/document.ts'
import { consequences } from '../covenant/clauses.ts'
import type { Facts } from './facts.ts'

type C = DocContext<Facts>

const doc = (c: C, more: Pick<Doc, 'title' | 'body'>, hands: readonly string[] = []): Doc => ({
  ...more, issuer: c.office(`${c.region}/committee`), to: c.facts.whom ?? '', day: c.day,
  signed: [{ by: c.office(`${c.region}/committee`), how: 'seal' }, ...hands.map(by => ({ by, how: 'hand' as const }))],
})

const follows = (c: C): string => `${consequences[c.facts.measure ?? 'talk'].zh}${c.facts.terms === undefined ? '' : `（${c.facts.terms}）`}`

const told = ['whom', 'clause', 'says', 'happened', 'happenedOn', 'measure'] as const

/** Everything the person is owed goes on paper too: the notice, and the decision. */
export const documents = {
  notice: {
    zh: '信用评价告知书', en: 'Notice of an evaluation', basis: ['26.2'], from: ['concur'], uses: [...told, 'objectDays'], may: ['terms'],
    make: c => doc(c, {
      title: '信用评价告知书',
      body: [
        { p: `${dayInWords(c.facts.happenedOn ?? c.day)}，${c.facts.happened ?? ''}` }, { p: `依据本村（社区）公约第${c.facts.clause ?? ''}条：“${(c.facts.says ?? '').replace(/[。；]$/, '')}”，拟给予：${follows(c)}。` },
        { p: '以上由两名与您没有亲属关系的评议人分别作出，证据可以查看。' },
        { p: `您可以自收到本告知书之日起${c.facts.objectDays ?? ''}日内提出异议，口头、书面都可以；提出后当面听取您的意见，再作决定。不提异议的，期满后作出决定。` },
        { p: '本评价只在本村（社区）内使用，不公开、不排名，不影响您依法享受的待遇和公共服务，到期自动失效。' },
      ],
    }, ['本人签收并写明日期']),
  },
  decision: {
    zh: '信用评价决定书', en: 'Decision', basis: ['26.2'], from: ['decide'], uses: [...told, 'reasons', 'until'], may: ['terms', 'objection'],
    make: c => doc(c, {
      title: '信用评价决定书',
      body: [
        { p: `${dayInWords(c.facts.happenedOn ?? c.day)}，${c.facts.happened ?? ''}` }, ...(c.facts.objection === undefined ? [] : [{ p: `您的异议：${c.facts.objection}` }]), { p: `理由：${c.facts.reasons ?? ''}` },
        { p: `依据公约第${c.facts.clause ?? ''}条，决定给予：${follows(c)}，记入诚信档案，有效期至${dayInWords(c.facts.until ?? c.day)}，期满自动失效。` },
        { p: '您可以随时申请查看、更正或者移出；认为侵害合法权益的，可以向乡镇人民政府（街道办事处）反映或者依法向人民法院起诉。' },
      ],
    }, ['本人签收']),
  },
} as const satisfies Documents<Facts, 'concur' | 'decide'>
