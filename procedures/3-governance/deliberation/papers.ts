import { dayInWords, type Doc } from '../../../kernel/document.ts'
import { maskName } from '../../../kernel/mask.ts'
import { choices, rollUnits, type RollUnit } from '../../../kernel/voting/track.ts'

/** What is printed of a roll for a village where half have no smartphone: pure, in the official language. Who may have it, the server says. */
export type RollPaper = {
  readonly issuer: string
  readonly topic: string
  readonly question: string
  readonly unit: RollUnit
  readonly secret: boolean
  /** `area` in hundredths of a square metre; `door` and `household` where the roll knows them. */
  readonly lines: readonly { readonly number: number; readonly name: string; readonly household?: string | null; readonly door?: string | null; readonly area?: number | null }[]
  readonly day: string
  /** Of the meeting, once notice is given. */
  readonly meeting?: { readonly on: string; readonly time?: string; readonly where: string; /** Last day of the vote. */ readonly until?: string }
}

const area = (hundredths: number | null | undefined): string => (hundredths === null || hundredths === undefined ? '' : (hundredths / 100).toFixed(2))
const counters = [{ by: '监票人', how: 'hand' as const }, { by: '计票人', how: 'hand' as const }]

/** The roll to sign at the door, in the order of its numbers; owners with their area. */
const signIn = ({ issuer, topic, unit, lines, day }: RollPaper): Doc => ({
  issuer, day, title: `签到册：${topic}`, signed: counters,
  body: [
    { p: `表决单位：${rollUnits[unit].zh}，共 ${lines.length}。请在本行签名或者按手印；委托的写明受托人。` },
    { table: unit === 'owner'
      ? { head: ['序号', '姓名', '房号', '面积（㎡）', '签名（手印）', '受托人'], rows: lines.map(one => [String(one.number), one.name, one.door ?? '', area(one.area), '', '']) }
      : { head: ['序号', '姓名', '户号', '签名（手印）', '受托人'], rows: lines.map(one => [String(one.number), one.name, one.household ?? '', '', '']) } },
  ],
})

/** One slip for each on the roll, to be cut apart; a secret one bears neither number nor name. */
const slips = ({ issuer, topic, question, lines, day, secret }: RollPaper): Doc => ({
  issuer, day, title: secret ? `选票：${topic}` : `记名票：${topic}`, signed: [],
  body: [
    { p: '请沿表格线裁开。在“赞成”“反对”“弃权”中选一项打“√”；不选、多选的为废票。' },
    ...lines.map(one => ({ table: { head: [question, ...Object.values(choices).map(choice => choice.zh)], rows: [[secret ? '（无记名）' : `${one.number}　${one.name}　签名：`, '□', '□', '□']] } })),
  ],
})

/** What two counters fill in apart, photograph and enter. */
const countSheet = ({ issuer, topic, question, lines, unit, day }: RollPaper): Doc => ({
  issuer, day, title: `计票单：${topic}`, signed: [...counters, { by: '村（居）务监督委员会', how: 'hand' }],
  body: [
    { p: `表决问题：${question}` }, { p: `名册共 ${lines.length}（${rollUnits[unit].zh}）。计票点：________________` },
    { table: { head: ['赞成', '反对', '弃权', '废票', '合计'], rows: [['', '', '', '', '']] } },
    { p: '两名计票人分别清点、分别录入，数字一致后生效。签字后拍照上传。' },
  ],
})

/** The roll as it hangs on the wall while it may be objected to: numbers and masked names, of owners their area. */
const posted = ({ issuer, topic, unit, lines, day, meeting }: RollPaper): Doc => ({
  issuer, day, title: `表决名册公布：${topic}`, signed: [{ by: issuer, how: 'seal' }],
  body: [
    { p: `表决单位：${rollUnits[unit].zh}，共 ${lines.length}。姓名部分隐去；请对照本人序号核对。` },
    { p: `有遗漏、差错的，${meeting === undefined ? '会前' : `${dayInWords(meeting.on)}会议表决开始前`}向村（居）民委员会提出；不会用手机的，写在纸上签名（按手印），交网格员或者村（居）民委员会。` },
    { table: unit === 'owner'
      ? { head: ['序号', '姓名', '面积（㎡）', '序号', '姓名', '面积（㎡）'], rows: paired(lines.map(one => [String(one.number), maskName(one.name), area(one.area)])) }
      : { head: ['序号', '姓名', '序号', '姓名'], rows: paired(lines.map(one => [String(one.number), maskName(one.name)])) } },
  ],
})

/** Two to a row, so that a long roll takes half the wall. */
const paired = (cells: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => [...cells[at * 2] ?? [], ...cells[at * 2 + 1] ?? []])

/** A slip of notice for each on the roll, to be cut apart, handed over at the door and signed for. */
const notices = ({ issuer, topic, question, lines, unit, day, meeting }: RollPaper): Doc => ({
  issuer, day, title: `会议通知单：${topic}`, signed: [],
  body: [
    { p: `请沿表格线裁开，逐${unit === 'household' ? '户' : '人'}送达，签收后留存。` },
    ...lines.map(one => ({ table: {
      head: [`${one.number}　${one.name}`, '时间', '地点', '签收（签名或者按手印、日期）'],
      rows: [[`${question === topic ? topic : `${topic}　表决：${question}`}${meeting?.until === undefined ? '' : `　表决截止：${dayInWords(meeting.until)}24时`}`, meeting === undefined ? '' : `${dayInWords(meeting.on)}${meeting.time ?? ''}`, meeting?.where ?? '', '']],
    } })),
  ],
})

export const papers = { posted, notices, signIn, slips, countSheet } as const
export type PaperName = keyof typeof papers
