import { procedure } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { book } from './book.ts'
import { convening } from './convening.ts'
import { course } from './course.ts'
import { documents } from './documents.ts'
import { enrolling } from './enrolling.ts'
import { facts } from './facts.ts'
import { needs } from './needs.ts'
import { raising } from './raising.ts'
import { resolving } from './resolution.ts'
import { stages } from './stages.ts'
import { voting } from './voting.ts'

/**
 * 议事协商: a topic of a village's or community's own, raised by residents, representatives, owners or firms, screened, discussed, decided by the body whose
 * it is, published, carried out and reported back (Art. 25). Those who discuss and those who vote are different rolls.
 */
export const deliberation = procedure('deliberation', {
  title: words('议事协商', 'Deliberation'),
  since: '2023-02-01',
  basis: ['25.1', '25.2', '25.3'],
  facts,
  heading: 'topic',
  place: 'village',
  needs,
  records: ['roll', 'roll-edit', 'roll-freeze', 'roll-correction', 'poll-open', 'attendance', 'attendance-strike', 'book-check', 'poll-close', 'count-sheet', 'count-sheet-withdraw', 'poll-publish', 'poll-recount'],
  stages,
  steps: { ...raising, ...course, ...enrolling, ...convening, ...book, ...voting, ...resolving },
  documents,
  measures: {
    raised: words('提出议题', 'Raised'), demanded: words('联名要求', 'Demanded'), accepted: words('受理', 'Taken up'), declined: words('不予受理', 'Declined'), owed: words('应当召开', 'Owed'), noticed: words('发出通知', 'Called'),
    voted: words('表决', 'Voted on'), talked: words('协商', 'Talked over'), passed: words('通过', 'Passed'), failed: words('未通过', 'Failed'), noQuorum: words('未达法定人数', 'No quorum'), published: words('公布结果', 'Published'),
    objected: words('异议', 'Objections'), annulled: words('决议被撤销', 'Annulled'), inForce: words('决议生效', 'In force'), tasks: words('落实任务', 'Tasks'), reported: words('报告落实', 'Reported back'), contested: words('认为没有落实', 'Said not to be done'), closed: words('办结', 'Closed'),
  },
  rates: { acceptedRate: { ...words('受理率', 'Taken up'), of: 'accepted', among: 'raised' } },
  list: { columns: ['village', 'subject', 'body', 'outcome', 'meetingOn'] },
  notCovered: [
    { basis: '25.2', why: words('矛盾纠纷本身的调解由纠纷程序办理', 'The mediation of a dispute itself is the procedure on disputes') },
    { basis: '25.1', why: words('选举、罢免依法另行办理', 'Elections and recalls follow their own law') },
  ],
})
