import { legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Context, type Move } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor } from '../../../kernel/region.ts'
import { holder, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { adoptedByAnother } from '../../usual/adoption.ts'
import { counted, diff } from '../lists/diff.ts'
import { untilInForce } from '../lists/making.ts'
import { clauseFaults, type Clause, type CovenantInForce } from './clauses.ts'
import { documents } from './documents.ts'
import { facts, type Facts } from './facts.ts'
import { sentBack, unchanged, verdictFaults } from './review.ts'

const needs = {
  /** The version adopted last, in force or soon to be. */
  base: need<CovenantInForce>('covenant-latest', c => ({ village: c.matter.region })),
  /** The number that the next version bears: numbers of versions that fell are not given again. */
  next: need<number>('covenant-next', c => ({ village: c.matter.region })),
  /** How many proposals of residents wait for an answer. */
  unanswered: need<number>('covenant-proposals', c => ({ county: c.matter.county, covenant: c.matter.id })),
  /** The resolution that is to have ended it. */
  resolved: need<{ readonly procedure: string; readonly stage: string; readonly region: string }>('deliberation-at', c => ({ matter: c.facts['endedBy'] ?? null })),
  /** Whether the assembly has it before it. */
  topic: need<string>('topic-on', c => ({ matter: c.matter.id })),
}

type Now = Context<Facts, typeof needs>

const committeeOf = (village: string): string => officeCode(village, 'committee')
const townshipOf = (village: string): string => officeCode(ancestor(village, 'township') ?? village, 'gov')
const tell = (office: string, zh: string, en: string): Effect => notify({ office }, words(zh, en))
const tellCommittee = (matter: Matter<Facts>, zh: string, en: string): Effect => tell(committeeOf(matter.region), zh, en)

/** A clause as lists are compared: by its number. */
const coded = (list: readonly Clause[]) => list.map(({ number, ...rest }) => ({ code: number ?? '', ...rest }))

/** How a draft differs from the version before, in words. A draft that changes nothing is none. */
const compared = (base: CovenantInForce | undefined, list: readonly Clause[], reason: string | undefined): Refusal | Pick<Move<Facts>, 'set'> => {
  if (base === undefined) return { set: { base: null, changes: keepWords(words(`首次制定，共 ${list.length} 条`, `The first, of ${list.length} clauses`)) } }
  const changes = diff(coded(base.clauses), coded(list))
  if (changes.length === 0) return faultAt('clauses', '与现行版本完全相同，没有修订', 'It is the same as the version before: nothing changes')
  if (reason === undefined) return faultAt('reason', '请说明为什么修订', 'Say why it is amended')
  const { added, withdrawn, changed } = counted(changes)
  return { set: { base: base.version, changes: keepWords(words(`增加 ${added} 条，删去 ${withdrawn} 条，修改 ${changed} 条`, `${added} added, ${withdrawn} withdrawn, ${changed} changed`)) } }
}

const drafted = (c: Now): Refusal | Pick<Move<Facts>, 'set'> => clauseFaults(c.facts.clauses ?? []) ?? compared(c.needs.base, c.facts.clauses ?? [], c.facts.reason)

/** What goes to the vote has been answered, mended where it was sent back, and compared with the version that now is. */
const notReady = (c: Now): Refusal | undefined => {
  const { clauses: list = [], sentBack: back = [], base } = c.matter.facts
  if (list.length === 0) return refuse('no-draft', words('还没有条文', 'There are no clauses yet'), { remedy: words('请先起草条文', 'Draft them first') })
  const open = c.needs.unanswered ?? 0
  if (open > 0) return refuse('unanswered', words(`还有 ${open} 条居民建议没有答复`, `${open} proposal(s) of residents are unanswered`), { basis: ['26.1'], remedy: words('请逐条答复后再送审', 'Answer each, then hand it on') })
  const same = unchanged(back, list)
  if (same.length > 0) {
    return refuse('sent-back-unchanged', words(`第 ${same.join('、')} 条退回后没有修改`, `Sent back and not mended: ${same.join(', ')}`), { basis: ['26.1'], remedy: words('请按退回理由修改或者删去', 'Mend or drop it as the reason says') })
  }
  return (c.needs.base?.version ?? undefined) === base ? undefined
    : refuse('overtaken', words('起草以来已有新版公布', 'A newer version was published since it was drafted'), { remedy: words('请在最新版上修改后再送审', 'Draft it on the newest version') })
}

const recorded = (c: Now, since: string): Effect => {
  const { title = '', clauses: list = [], resolution = '', passedOn = '' } = c.matter.facts
  return { do: 'record', register: 'covenant', row: { county: c.matter.county, village: c.matter.region, version: c.matter.id, number: c.needs.next ?? 1, title, since, passed: passedOn, resolution, clauses: list } }
}

/** What is late is asked for again and again, of who holds it. */
const reminded = ({ holder: held, region }: Matter<Facts>) => ({
  clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }] as const,
  effects: [tell(held?.office ?? committeeOf(region), '村规民约（居民公约）办理已逾期，请尽快办理', 'Work on a covenant is late'), notify({ posts: 'lead', region: ancestor(region, 'township') ?? region }, words('村规民约（居民公约）办理逾期，请督促', 'Work on a covenant is late; please see to it'))],
})

/** The version before gives way. */
const inPlace: readonly Effect[] = [{ do: 'tell', link: 'amends', step: 'supersede', input: {} }]

const inHand = ['drafting', 'adopted', 'filed'] as const

/**
 * 村规民约、居民公约: collected from residents, drafted, checked clause by clause by the township, adopted by nobody but the assembly, filed, published,
 * in force until amended by a new version (Art. 26.1). The vote is a matter of its own (`deliberation`), which takes `adopt`, `notAdopted` or `notVoted` here.
 */
export const covenant = procedure('covenant', {
  title: words('村规民约（居民公约）', 'Village covenant'),
  since: '2023-02-01',
  basis: ['26.1'],
  facts,
  heading: 'title',
  place: 'village',
  needs,
  records: ['covenant', 'covenant-annulled', 'covenant-ended'],
  stages: {
    collecting: { zh: '征集建议中', en: 'Proposals invited', published: true, due: within('covenant.collect', 'closeCollection') },
    drafting: { zh: '起草中', en: 'Being drafted', published: true, due: within('covenant.draft', 'remind') },
    reviewing: { zh: '乡镇（街道）审核中', en: 'With the township for review', published: true, due: within('covenant.review', 'remind') },
    tabled: { zh: '待表决', en: 'To be voted on', published: true, due: within('covenant.table', 'remind') },
    adopted: { zh: '已表决通过，待备案', en: 'Adopted, to be filed', published: true, due: within('covenant.file', 'remind') },
    filing: { zh: '备案中', en: 'Being filed', published: true, due: within('covenant.acknowledge', 'remind') },
    filed: { zh: '已备案，待公布', en: 'Filed, to be published', published: true, due: within('covenant.publish', 'remind') },
    published: { zh: '已公布，待施行', en: 'Published, not yet in force', published: true, due: { then: 'enter', limit: c => untilInForce(c.facts.since, c.now) } },
    inForce: { zh: '施行中', en: 'In force', published: true, settled: true, due: within('covenant.term', 'lookOver') },
    superseded: { zh: '已被新版代替', en: 'Superseded', published: true, settled: true, waits: words('不再施行；新版被撤销的，恢复施行', 'In force no more, unless the version after it is annulled') },
    ended: { zh: '已废止', en: 'Ended by the assembly', final: true, published: true },
    annulled: { zh: '表决被撤销，失效', en: 'Its vote was annulled', final: true, published: true },
    dropped: { zh: '已终止', en: 'Given up', final: true, published: true },
  },
  steps: {
    begin: {
      zh: '征集建议', en: 'Invite proposals', opens: 'collecting', basis: ['26.1'], by: [post('committee', 'village')], asks: ['village', 'title', 'invites'],
      causes: words('村（居）民可以提建议，每条都要答复；没有手机的，由村（居）委会代录并附本人签字的纸页', 'Residents propose and each is answered; for who has no phone the committee enters it with the sheet they signed'),
      then: c => ({ holder: { office: committeeOf(c.matter.region) }, counts: { begun: 1 } }),
    },
    closeCollection: {
      zh: '征集结束', en: 'The time to propose ends', from: ['collecting'], to: 'drafting', basis: ['26.1'], by: [theClock],
      then: c => ({ effects: [tellCommittee(c.matter, '征集已结束，请起草条文并逐条答复建议', 'The collection is over: draft the clauses and answer each proposal')] }),
    },
    draft: {
      zh: '起草条文', en: 'Draft the clauses', from: ['drafting'], basis: ['26.1'], by: [holder('committee')], asks: ['clauses', 'reason?', 'title?'], needs: ['base'],
      causes: words('草案公开；罚款、停水停电、扣待遇、曝光、强制等写进条文，审核时会被退回', 'The draft is public; fines, cut supplies or benefits, shaming and compulsion are sent back by the review'),
      then: drafted,
    },
    toReview: {
      zh: '送乡镇（街道）审核', en: 'Hand to the township', from: ['drafting'], to: 'reviewing', basis: ['26.1'], primary: true, by: [holder('committee')], needs: ['unanswered', 'base'],
      causes: words('乡镇（街道）逐条审核；违法的、涉及法定权利的退回', 'The township checks each clause; what is unlawful or touches statutory rights goes back'),
      then: c => notReady(c) ?? {
        set: { verdicts: null, sentBack: null, opinion: null }, holder: { office: townshipOf(c.matter.region) },
        effects: [tell(townshipOf(c.matter.region), '村规民约（居民公约）草案待逐条审核', 'A draft covenant awaits its review, clause by clause')],
      },
    },
    review: {
      zh: '逐条审核', en: 'Check clause by clause', from: ['reviewing'], to: ['tabled', 'drafting'], basis: ['26.1'], primary: true, by: [holder('handler', 'lead', 'dispatcher')], asks: ['verdicts', 'opinion?'],
      causes: words('有一条退回，整份草案退回修改；全部可以的，提请村（居）民会议表决', 'One clause sent back sends the draft back; where all may stand it goes to the assembly’s vote'),
      then: c => {
        const { clauses: list = [] } = c.matter.facts
        const wrong = verdictFaults(c.input.verdicts ?? [], list)
        if (wrong) return wrong
        const back = sentBack(c.input.verdicts ?? [], list)
        const office = committeeOf(c.matter.region)
        return back.length > 0
          ? { to: 'drafting', holder: { office }, set: { sentBack: back }, counts: { sentBack: 1 }, effects: [tell(office, `草案退回修改：第 ${back.map(one => one.number).join('、')} 条`, `The draft was sent back: ${back.map(one => one.number).join(', ')}`)] }
          : { to: 'tabled', holder: { office }, set: { sentBack: null }, counts: { passedReview: 1 }, effects: [tell(office, '草案审核通过，请提请村（居）民会议表决', 'The draft passed its review: put it to the assembly’s vote')] }
      },
    },
    putToVote: {
      zh: '提请会议表决', en: 'Put it to the vote', from: ['tabled'], basis: ['25.1', '26.1'], primary: true, by: [holder('committee')],
      causes: words('登记为议题，由村（居）民会议表决；只有会议能通过公约', 'It becomes a topic for the assembly, which alone adopts a covenant'),
      only: c => (c.matter.facts.putToVote === undefined ? undefined
        : refuse('vote-asked', words('已提请表决', 'It was put to the vote already'), { remedy: words('请等待表决结果；议题未经表决终止的，届时可以再提请', 'Wait for the vote; should its topic end without one, it can be put again') })),
      then: c => ({
        set: { putToVote: legalDay(c.now) },
        effects: [{ do: 'open', procedure: 'deliberation', step: 'enter', link: 'adopts', input: {
          topic: `表决《${c.matter.facts.title ?? ''}》`, village: c.matter.region, raisedBy: 'committee', concern: 'governance', subject: 'covenant', adopts: c.matter.id,
          reason: '草案已公开征集建议、逐条答复，并经乡镇（街道）逐条审核，提请村（居）民会议表决。',
        } }],
      }),
    },
    adopt: {
      zh: '会议表决通过', en: 'Adopted by the assembly', from: ['tabled'], to: 'adopted', basis: ['26.1'], by: [thePlatform], asks: ['resolution', 'passedOn', 'inForceOn'],
      then: c => ({
        set: { why: null }, counts: { adopted: 1 }, links: [{ kind: 'adopted-by', matter: c.input.resolution ?? '' }],
        effects: [tellCommittee(c.matter, '公约已表决通过，请报乡镇（街道）备案', 'The covenant was adopted: file it with the township')],
      }),
    },
    notAdopted: {
      zh: '会议未通过或决议被撤销', en: 'Not adopted, or annulled', from: ['tabled', 'adopted', 'filing', 'filed', 'published', 'inForce'], to: ['drafting', 'annulled'], basis: ['26.1'], by: [thePlatform], asks: ['resolution', 'why?'],
      then: c => {
        const another = adoptedByAnother(c)
        if (another) return another
        const stands = c.matter.stage === 'published' || c.matter.stage === 'inForce'
        const office = committeeOf(c.matter.region)
        return {
          to: stands ? 'annulled' : 'drafting', holder: { office }, set: { passedOn: null, inForceOn: null },
          effects: [
            ...(stands ? [{ do: 'record', register: 'covenant-annulled', row: { county: c.matter.county, version: c.matter.id } } as const] : []),
            // One that was not in force yet had taken nothing's place.
            ...(c.matter.stage === 'inForce' ? [{ do: 'tell', link: 'amends', step: 'restore', input: {} } as const] : []),
            tell(office, stands ? '表决被撤销，公约失效；有上一版的，上一版恢复施行' : '公约未通过，可修改后再提请表决', stands ? 'The vote was annulled and the covenant is void; the version before, where there is one, is in force again' : 'The covenant was not adopted; mend it and put it to the vote again'),
          ],
        }
      },
    },
    notVoted: {
      zh: '议题未经表决终止，可再提请表决', en: 'Its topic ended without a vote: it can be put again', from: ['tabled'], basis: ['26.1'], by: [thePlatform], asks: ['resolution', 'why?'],
      then: c => ({ set: { putToVote: null, resolution: null }, effects: [tellCommittee(c.matter, '议题未经表决终止，可再次提请表决', 'The topic ended without a vote; put the draft to it again')] }),
    },
    file: {
      zh: '报备案', en: 'File it', from: ['adopted'], to: 'filing', basis: ['26.1'], primary: true, by: [holder('committee')],
      causes: words('文本和表决结果随附，乡镇（街道）办理备案', 'Text and result of the vote go along; the township takes it on file'),
      then: c => ({ holder: { office: townshipOf(c.matter.region) }, effects: [tell(townshipOf(c.matter.region), '村规民约（居民公约）待备案', 'A covenant is to be taken on file')] }),
    },
    acknowledge: {
      zh: '予以备案', en: 'Take it on file', from: ['filing'], to: 'filed', basis: ['26.1'], primary: true, by: [holder('handler', 'lead', 'dispatcher')], asks: ['filedAs'],
      then: c => ({ holder: { office: committeeOf(c.matter.region) }, effects: [tellCommittee(c.matter, '公约已备案，请公布', 'The covenant is on file: publish it')] }),
    },
    orderChange: {
      zh: '责令改正', en: 'Order a correction', from: ['filing'], to: 'drafting', basis: ['26.1'], by: [holder('handler', 'lead', 'dispatcher')], asks: ['orderWhy'],
      causes: words('退回修改；修改后须重新审核、重新表决', 'It goes back; what is mended is reviewed and voted on again'),
      then: c => ({ holder: { office: committeeOf(c.matter.region) }, set: { passedOn: null, inForceOn: null, resolution: null }, effects: [tellCommittee(c.matter, '公约被责令改正，理由见详情', 'The covenant is to be corrected; the reason stands in it')] }),
    },
    publish: {
      zh: '公布', en: 'Publish', from: ['filed'], to: ['published', 'inForce'], basis: ['26.1'], primary: true, by: [holder('committee')], asks: ['readOut?'], needs: ['base', 'next'],
      causes: words('公开页面、可打印文本和大字张贴版；自施行日期起代替上一版，不溯及以前', 'A public page, a printed text and a poster; from its day it takes the place of the version before, never back in time'),
      then: c => {
        const overtaken = (c.needs.base?.version ?? undefined) === c.matter.facts.base ? undefined : refuse('overtaken', words('起草以来已有新版公布', 'A newer version was published since it was drafted'))
        if (overtaken) return overtaken
        const today = legalDay(c.now)
        const since = (c.matter.facts.inForceOn ?? '') > today ? c.matter.facts.inForceOn ?? today : today
        const links = c.matter.facts.base === undefined ? [] : [{ kind: 'amends', matter: c.matter.facts.base }]
        const row = recorded(c, since)
        if (c.needs.base !== undefined && since <= c.needs.base.since) return refuse('too-soon', words(`须晚于上一版的施行日期 ${c.needs.base.since}`, `It has to be in force later than the version before, ${c.needs.base.since}`), { remedy: words('请在其后公布', 'Publish it after that day') })
        return since > today
          ? { to: 'published', set: { since, version: String(c.needs.next ?? 1) }, links, counts: { published: 1 }, effects: [row] }
          : { to: 'inForce', set: { since, version: String(c.needs.next ?? 1) }, links, counts: { published: 1 }, effects: [row, ...inPlace] }
      },
    },
    enter: {
      zh: '施行', en: 'Come into force', from: ['published'], to: 'inForce', basis: ['26.1'], by: [theClock],
      then: c => ({ effects: [...inPlace, tellCommittee(c.matter, '公约今日起施行', 'The covenant is in force from today')] }),
    },
    supersede: { zh: '被新版代替', en: 'Be superseded', from: ['inForce'], to: 'superseded', basis: ['26.1'], by: [thePlatform] },
    restore: {
      zh: '新版被撤销，恢复施行', en: 'The version after was annulled: in force again', from: ['superseded'], to: 'inForce', basis: ['26.1'], by: [thePlatform],
      then: c => ({ effects: [tellCommittee(c.matter, '新版公约被撤销，本版恢复施行', 'The newer covenant was annulled; this version is in force again')] }),
    },
    lookOver: {
      zh: '届满，应当评估', en: 'A term is over: to be looked over', from: ['inForce'], basis: ['26.1'], by: [theClock],
      then: c => ({
        set: { reviewDue: legalDay(c.now) }, clocks: [{ clock: 'review', start: 'covenant.look-over', then: 'lateReview' }],
        effects: [tellCommittee(c.matter, '公约施行已满一届，请组织评估，需要的征集建议修订', 'The covenant has been in force for a term: look it over, and amend it where needed')],
      }),
    },
    lookedOver: {
      zh: '登记评估结果', en: 'Enter what came of it', from: ['inForce'], to: ['ended'], basis: ['26.1'], primary: true, by: [post('committee', 'village')], asks: ['reviewed', 'reviewMet', 'reviewSays', { fact: 'endedBy', where: 'reviewed', is: 'ended' }], needs: ['resolved'],
      causes: words('评估结果公开；修订的另行征集、表决，废止的须有村（居）民会议的决议', 'What came of it is public; an amendment is voted on anew, and only a resolution of the assembly ends a covenant'),
      then: c => {
        if ((c.input.reviewMet ?? '') > legalDay(c.now)) return faultAt('reviewMet', '不能晚于今天', 'It can’t lie ahead')
        const over = { set: { reviewDue: null, reviewLate: null }, clocks: [{ clock: 'review', end: true }] } as const
        if (c.input.reviewed !== 'ended') return { ...over, clocks: [...over.clocks, { clock: 'stage', start: 'covenant.term', then: 'lookOver' }], counts: { lookedOver: 1 } }
        const { resolved } = c.needs
        const stands = resolved?.procedure === 'deliberation' && resolved.region === c.matter.region && ['carryingOut', 'reported', 'closed'].includes(resolved.stage)
        return stands ? { ...over, to: 'ended', counts: { lookedOver: 1 }, effects: [{ do: 'record', register: 'covenant-ended', row: { county: c.matter.county, version: c.matter.id } }] }
          : faultAt('endedBy', '不是本村（社区）已生效的决议', 'It is no resolution of this village that stands')
      },
    },
    lateReview: {
      zh: '逾期未评估', en: 'Not looked over in time', from: ['inForce'], basis: ['26.1'], by: [theClock],
      then: c => ({
        set: { reviewLate: keepWords(words('施行已满一届，逾期没有评估', 'A term is over, and it was not looked over in time')) }, clocks: [{ clock: 'review', start: 'oversight.escalate-again', then: 'lateReview' }],
        effects: [tellCommittee(c.matter, '公约届满评估已逾期', 'The covenant was not looked over in time'), notify({ posts: 'lead', region: ancestor(c.matter.region, 'township') ?? c.matter.region }, words('有公约届满没有评估，请督促', 'A covenant was not looked over in time; please see to it'))],
      }),
    },
    dropDraft: {
      zh: '终止', en: 'Give it up', from: ['collecting', 'drafting', 'tabled'], to: 'dropped', basis: [], by: [post('committee', 'village')], asks: ['droppedWhy'], needs: ['topic'],
      causes: words('草案作废，现行公约不变；已提请表决的不能终止', 'The draft is void; the covenant in force stays. Not once it is before the vote'),
      then: c => (c.needs.topic !== undefined
        ? refuse('before-vote', words('草案已提请会议表决，通过与否由会议决定', 'The draft is before the assembly, which alone decides on it'), { basis: ['26.1'], remedy: words('议题终止后再终止草案', 'Where the topic has ended first, the draft may be given up') })
        : { effects: [{ do: 'follow', link: 'on', step: 'drop', input: {} }] }),
    },
    remind: { zh: '逾期，提醒', en: 'Not done in time', from: [...inHand, 'reviewing', 'tabled', 'filing'], basis: [], by: [theClock], then: c => reminded(c.matter) },
  },
  measures: {
    begun: words('发起', 'Begun'), sentBack: words('审核退回', 'Sent back'), passedReview: words('审核通过', 'Passed the review'), adopted: words('表决通过', 'Adopted'), published: words('公布', 'Published'), lookedOver: words('届满评估', 'Looked over'),
  },
  documents,
  list: { columns: ['village', 'changes'] },
  notCovered: [{ basis: '26.1', why: words('宣传和教育活动见活动台账；公约写什么由村（居）民决定，平台只管程序、审核、版本和公开', 'Publicity stands among the activities; what a covenant says is for the residents, the platform keeps procedure, review, versions and publication') }],
})
