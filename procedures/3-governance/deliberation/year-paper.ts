import { dayInWords, type Doc } from '../../../kernel/document.ts'

/** What a village talked over and decided in a year, in figures counted from its records. */
export type YearFigures = Readonly<Record<'raised' | 'accepted' | 'declined' | 'called' | 'passed' | 'failed' | 'noQuorum' | 'talked' | 'tasks' | 'done' | 'late' | 'comments' | 'answered' | 'rounds' | 'held' | 'missed' | 'opinions', number>>

/** The yearly summary (Art. 25) as a document. `topics`: each with where it stands, in the official language. `day`: the legal day on which it is counted. */
export type YearPaper = { readonly issuer: string; readonly year: number; readonly figures: YearFigures; readonly topics: readonly { readonly topic: string; readonly body: string; readonly stands: string }[]; readonly day: string }

export const yearPaper = ({ issuer, year, figures: f, topics, day }: YearPaper): Doc => ({
  issuer, day, title: `${year}年议事协商情况汇总`, signed: [{ by: issuer, how: 'seal' }, { by: '村（居）务监督委员会', how: 'seal' }],
  body: [
    { table: { head: ['项目', '情况'], rows: [
      ['提出议题', `${f.raised}个，受理${f.accepted}个，不予受理${f.declined}个，发出会议通知${f.called}个`],
      ['表决和协商', `通过${f.passed}个，未通过${f.failed}个，未达法定人数${f.noQuorum}个，协商${f.talked}个`],
      ['决议任务', `${f.tasks}项，完成${f.done}项，逾期过${f.late}项`],
      ['意见提问', `${f.comments}条，答复${f.answered}条`],
      ['听取意见', `安排${f.rounds}场，开展${f.held}场，未按期${f.missed}场，意见${f.opinions}条`],
    ] } },
    ...(topics.length > 0 ? [{ heading: '本年议题' }, { table: { head: ['议题', '议决组织', '结果或者进展'], rows: topics.map(one => [one.topic, one.body, one.stands]) } }] : []),
    { p: `以上由办理记录计算，截至${dayInWords(day)}。` },
  ],
})
