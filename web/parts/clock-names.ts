import type { Source } from '../../kernel/clock.ts'
import type { Words } from '../../kernel/words.ts'

const known: Readonly<Record<string, Words>> = {
  stage: { zh: '本环节时限', en: 'Limit of this stage' },
  escalation: { zh: '再次升级', en: 'Next escalation' },
  supervision: { zh: '督办回复', en: 'Answer to the order' },
  handling: { zh: '办理时限', en: 'Limit to handle' },
  end: { zh: '截止', en: 'Its end' },
  pause: { zh: '暂停最长期限', en: 'Longest stop' },
  again: { zh: '再次提醒', en: 'Next reminder' },
  answer: { zh: '答复移交单位', en: 'Answer to who handed it over' },
  confirmation: { zh: '共同申请司法确认的期限', en: 'Time to ask the court together' },
  court: { zh: '法院办理司法确认', en: 'The court’s part' },
  'limit-civil': { zh: '向法院起诉的诉讼时效', en: 'Limitation of a civil claim' },
  'limit-labour': { zh: '申请劳动仲裁的时效', en: 'Time to ask for labour arbitration' },
  'limit-farmland': { zh: '申请农村土地承包仲裁的时效', en: 'Time to ask for farmland arbitration' },
  'limit-reconsideration': { zh: '申请行政复议的期限', en: 'Time to ask for reconsideration' },
  'limit-warning': { zh: '时效届满前提醒', en: 'Warning before it runs out' },
}

export const clockName = (name: string): Words => known[name] ?? { zh: name, en: name }

const before = {
  regulation: { zh: '条例规定：', en: 'The regulation: ' },
  national: { zh: '国家规定：', en: 'National law: ' },
  local: { zh: '本地规定：', en: 'Local rule: ' },
  default: { zh: '', en: '' },
} as const satisfies Record<Source['kind'], Words>

/** Where a time limit comes from; a product default is never shown as an article's requirement. */
export const sourceWords = ({ kind, words, confirmed }: Source): Words => {
  const after = kind === 'default'
    ? { zh: '（可由本地规定替换）', en: ' (a local rule may replace it)' }
    : confirmed ? { zh: '', en: '' } : { zh: '（未经核对）', en: ' (not confirmed)' }
  return { zh: before[kind].zh + words.zh + after.zh, en: before[kind].en + words.en + after.en }
}
