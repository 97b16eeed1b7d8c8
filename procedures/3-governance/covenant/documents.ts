import { dayInWords, type Block, type Doc, type DocContext, type Documents } from '../../../kernel/document.ts'
import { clauseKinds, consequences, type Clause } from './clauses.ts'
import type { Facts } from './facts.ts'
import { groundWords } from './grounds.ts'

type C = DocContext<Facts>

const committee = (c: C): string => c.office(`${c.region}/committee`)

const line = ({ number = '', text = '', consequence, points, concerns }: Clause): Block => {
  const after = consequence === undefined ? '' : `（对应第${concerns ?? ''}条：${consequences[consequence].zh}${points === undefined ? '' : ` ${points} 分`}）`
  return { p: `第${number}条　${text}${after}` }
}

const text = (c: C): readonly Block[] => (c.facts.clauses ?? []).map(line)

const doc = (c: C, more: Pick<Doc, 'title' | 'body'> & Pick<Doc, 'large'>): Doc => ({ ...more, issuer: committee(c), signed: [{ by: committee(c), how: 'seal' }], day: c.day })

const when = (c: C): Block => ({ p: `本公约经村（居）民会议于${dayInWords(c.facts.passedOn ?? c.day)}表决通过，自${dayInWords(c.facts.since ?? c.day)}起施行。` })

/** What is printed of a covenant: the text for the vote, the text in force, and a poster to be read from a few steps away. */
export const documents = {
  draft: {
    zh: '提请表决文本', en: 'Text put to the vote', basis: ['26.1'], from: ['review'], uses: ['title', 'clauses'], may: ['sentBack', 'reason'],
    when: ({ facts: f }) => f.sentBack === undefined,
    make: c => doc(c, { title: `${c.facts.title ?? ''}（草案）`, body: [...(c.facts.reason === undefined ? [] : [{ p: c.facts.reason }]), ...text(c), { p: '本草案已经乡镇（街道）逐条审核，须经村（居）民会议表决通过后才生效。' }] }),
  },
  verdict: {
    zh: '审核退回意见', en: 'What the township sent back', basis: ['26.1'], from: ['review'], uses: ['title', 'verdicts', 'sentBack'], may: ['opinion'],
    make: c => ({
      issuer: c.office(`${c.region.slice(0, 9)}/gov`), title: `关于《${c.facts.title ?? ''}》草案的审核意见`, to: committee(c), day: c.day, signed: [{ by: c.office(`${c.region.slice(0, 9)}/gov`), how: 'seal' }],
      body: [
        ...(c.facts.opinion === undefined ? [] : [{ p: c.facts.opinion }]), { p: '经逐条审核，下列条文退回修改：' },
        { table: { head: ['条号', '条文', '法律依据', '说明'], rows: (c.facts.sentBack ?? []).map(one => [one.number ?? '', one.text ?? '', one.ground === undefined ? '' : groundWords(one.ground).zh, one.why ?? '']) } },
      ],
    }),
  },
  text: {
    zh: '公约文本', en: 'Text of the covenant', basis: ['26.1'], from: ['publish'], uses: ['title', 'clauses', 'since', 'passedOn'], may: ['filedAs'],
    make: c => doc(c, { title: c.facts.title ?? '', body: [...text(c), when(c), ...(c.facts.filedAs === undefined ? [] : [{ p: `备案号：${c.facts.filedAs}` }])] }),
  },
  poster: {
    zh: '大字张贴版', en: 'Poster in large type', basis: ['26.1'], from: ['publish'], uses: ['title', 'clauses', 'since', 'passedOn'],
    make: c => doc(c, { title: c.facts.title ?? '', large: true, body: (c.facts.clauses ?? []).map(({ number = '', text: said = '', kind }) => ({ p: `${number}　${kind === 'reward' || kind === 'penalty' ? `【${clauseKinds[kind].zh}】` : ''}${said}` })) }),
  },
} as const satisfies Documents<Facts, 'review' | 'publish'>
