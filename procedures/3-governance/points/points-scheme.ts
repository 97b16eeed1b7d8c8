import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, day, matterRef, region, rows, text, whole, type RowOf } from '../../../kernel/facts.ts'
import type { Link } from '../../../kernel/matter.ts'
import { need, procedure, within, type Context } from '../../../kernel/procedure.ts'
import { faulty, refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { holder, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { adoptedByAnother } from '../../usual/adoption.ts'
import { evidences, periods, scorers, type Catalogue, type Drafting, type Item, type Reward } from './needs.ts'
import { committeeOf, days } from './parts.ts'
import { schemePoster } from './posters.ts'

const itemColumns = {
  code: text({ zh: '编码', en: 'Code', class: 'public', max: 12 }),
  what: text({ zh: '积分事项', en: 'What for', class: 'public', min: 2, max: 120 }),
  affair: text({ zh: '目录编码', en: 'Affair of the catalogue', class: 'public', max: 12 }),
  points: whole({ zh: '每次分值', en: 'Points each time', class: 'public', min: 1, max: 1000 }),
  most: whole({ zh: '每户每期上限', en: 'Most to a household in a period', class: 'public', min: 1, max: 10_000 }),
  by: choice(scorers, { zh: '谁记分', en: 'Who gives them', class: 'public' }),
  evidence: choice(evidences, { zh: '凭什么', en: 'On what evidence', class: 'public' }),
}

const rewardColumns = {
  code: text({ zh: '编码', en: 'Code', class: 'public', max: 12 }),
  what: text({ zh: '兑换物品', en: 'Reward', class: 'public', max: 80 }),
  points: whole({ zh: '所需积分', en: 'Points', class: 'public', min: 1, max: 100_000 }),
  fen: whole({ zh: '参考价（分）', en: 'Cost, fen', class: 'public', max: 10_000_000 }),
}

const facts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'], search: 'exact' }),
  title: text({ zh: '积分办法名称', en: 'Name of the scheme', class: 'public', min: 4, max: 120, search: 'words' }),
  period: choice(periods, { zh: '计分周期', en: 'Period of the caps', class: 'public' }),
  items: rows(itemColumns, { zh: '积分事项', en: 'What points are given for', class: 'public', basis: ['27.1'], max: 200 }),
  rewards: rows(rewardColumns, { zh: '兑换目录', en: 'Rewards', class: 'public', basis: ['27.3'], max: 100 }),
  budget: whole({ zh: '兑换预算', en: 'Set aside for rewards', class: 'public', max: 1_000_000_000, unit: words('分', 'fen') }),
  pointFen: whole({ zh: '每分折合', en: 'What a point is reckoned to cost', class: 'public', max: 100_000, unit: words('分（人民币）', 'fen') }),
  begun: day({ zh: '开始征求意见', en: 'Open to proposals since', class: 'public' }),
  changed: text({ zh: '修改说明', en: 'What was changed, and on whose proposal', class: 'public', min: 2, max: 1000, lines: 3 }),
  resolution: matterRef({ zh: '表决通过的协商事项', en: 'The deliberation that decided', class: 'public' }),
  passedOn: day({ zh: '通过日期', en: 'Passed on', class: 'public' }),
  inForceOn: day({ zh: '施行日期', en: 'In force from', class: 'public' }),
  putToVote: day({ zh: '提请表决日期', en: 'Put to the vote on', class: 'public', ofStage: true }),
  why: text({ zh: '理由', en: 'Why', class: 'public', min: 2, max: 500, lines: 2 }),
}

type Facts = typeof facts
type Now = Context<Facts, { drafting: ReturnType<typeof need<Drafting>> }>

const cell = (fact: string, row: number, column: string, zh: string, en: string): Fault => ({ fact, row, column, why: words(zh, en) })

/** What does not follow from the township’s catalogue, and codes that stand twice. */
const unfit = (catalogue: Catalogue, items: readonly RowOf<typeof itemColumns>[], rewards: readonly RowOf<typeof rewardColumns>[]): Refusal | undefined => {
  const faults = [
    ...items.flatMap(({ code, affair: of, points = 0, most = 0 }, row) => {
      const affair = catalogue.affairs.find(one => one.code === of)
      return [
        ...(items.findIndex(one => one.code === code) < row ? [cell('items', row, 'code', '编码重复', 'This code stands twice')] : []),
        ...(!affair ? [cell('items', row, 'affair', `不在《${catalogue.title}》中`, 'It is not in the township’s catalogue')]
          : points < affair.least || points > affair.most ? [cell('items', row, 'points', `目录规定 ${affair.least} 至 ${affair.most} 分`, `The catalogue says ${affair.least} to ${affair.most}`)] : []),
        ...(most < points ? [cell('items', row, 'most', '不能低于每次分值', 'It can’t be below the points of one time')] : []),
      ]
    }),
    ...rewards.flatMap(({ code }, row) => (rewards.findIndex(one => one.code === code) < row ? [cell('rewards', row, 'code', '编码重复', 'This code stands twice')] : [])),
  ]
  return faults.length > 0 ? faulty(faults, ['27.1']) : undefined
}

const drafted = (c: Now): Refusal | undefined => {
  const { catalogue } = c.needs.drafting ?? { unanswered: 0, proposals: 0 }
  if (!catalogue) {
    return refuse('no-catalogue', words('乡镇（街道）还没有施行中的积分事项目录', 'The township has no catalogue in force'), {
      basis: ['27.1'], remedy: words('请乡镇（街道）先把治理事务量化为目录', 'The township quantifies the affairs first'),
    })
  }
  return unfit(catalogue, c.facts.items ?? [], c.facts.rewards ?? [])
}

const itemOf = ({ code = '', what = '', affair = '', points = 0, most = 0, by = 'committee', evidence = 'record' }: RowOf<typeof itemColumns>): Item => ({ code, what, affair, points, most, by, evidence })
const rewardOf = ({ code = '', what = '', points = 0, fen = 0 }: RowOf<typeof rewardColumns>): Reward => ({ code, what, points, fen })

/** The later of the two days: a scheme never reaches back, whatever day the resolution names. */
const notBackInTime = (named: string, now: Date): string => (named < legalDay(now) ? legalDay(now) : named)

const ended = (matter: { readonly county: string; readonly id: string }, until: string): Effect => ({ do: 'record', register: 'points-scheme', row: { do: 'end', county: matter.county, matter: matter.id, until } })
const moot: Effect = { do: 'follow', link: 'on', step: 'drop', input: {} }

/**
 * 积分办法: how a village gives points, for what, by whom and on what evidence, and what they are exchanged for; drawn from the township’s catalogue, open to the
 * residents’ proposals from the first day, and in force only once they adopted it in a recorded deliberation (Art. 27.1, 27.2). It never reaches back.
 */
export const pointsScheme = procedure('points-scheme', {
  title: words('积分办法', 'Points scheme'),
  since: '2023-02-01',
  basis: ['27.1', '27.2'],
  facts,
  heading: 'title',
  place: 'village',
  records: ['points-scheme'],
  needs: {
    drafting: need<Drafting>('points-drafting', c => ({ village: c.facts['village'] ?? null, matter: c.matter.id, county: c.matter.county, day: legalDay(c.now) })),
    /** Whether the residents have it before them. */
    topic: need<string>('topic-on', c => ({ matter: c.matter.id })),
  },
  stages: {
    designing: { zh: '征求意见中', en: 'Open to proposals', published: true, due: within('points.draft', 'remind') },
    tabled: { zh: '待表决', en: 'Before the residents', published: true, settled: true, waits: words('到居民表决有结果为止', 'Until the residents have decided') },
    inForce: { zh: '已通过', en: 'Adopted', published: true, settled: true, waits: words('到被新办法接替或者终止为止', 'Until another follows or it is ended') },
    replaced: { zh: '已被接替', en: 'Replaced', published: true, settled: true, waits: words('不再施行；接替的办法被撤销的，恢复施行', 'In force no more, unless what replaced it is annulled') },
    notAdopted: { zh: '未通过', en: 'Not adopted', final: true, published: true },
    dropped: { zh: '已撤回', en: 'Withdrawn', final: true, published: true },
  },
  steps: {
    begin: {
      zh: '发布草案征求意见', en: 'Open a draft to proposals', opens: 'designing', basis: ['27.2'], by: [post('committee')], asks: ['village', 'title', 'period', 'items', 'rewards', 'budget', 'pointFen'], needs: ['drafting'],
      causes: words('草案公开，村（居）民都可以提建议，逐条答复；表决通过后才施行', 'The draft is public; any resident may propose, each proposal is answered; it is in force once adopted'),
      then: c => {
        return drafted(c) ?? {
          holder: { office: c.actor.office ?? '' }, set: { begun: legalDay(c.now) }, counts: { begun: 1 },
        }
      },
    },
    revise: {
      zh: '修改草案', en: 'Change the draft', from: ['designing'], basis: ['27.2'], by: [holder('committee')], asks: ['items?', 'rewards?', 'budget?', 'pointFen?', 'period?', 'changed'], needs: ['drafting'],
      causes: words('修改公开，写明采纳了哪些建议', 'The change is public, and says whose proposals it takes up'),
      then: c => drafted(c) ?? {},
    },
    table: {
      zh: '定稿待表决', en: 'Close the draft', from: ['designing'], to: 'tabled', basis: ['27.2'], primary: true, by: [holder('committee')], needs: ['drafting'],
      causes: words('草案不再修改，再提请村（居）民表决', 'The draft is changed no more; then it is put to the residents'),
      then: c => {
        const open = daysAfter(c.matter.facts.begun ?? '', days(c.law, 'points.consult', c.now))
        if (legalDay(c.now) < open) return refuse('too-early', words(`征求意见到 ${open} 才满期`, `Proposals may come in until ${open}`), { basis: [], remedy: words('期满后再提交', 'Come back then') })
        const { unanswered = 0, tabled } = c.needs.drafting ?? {}
        if (tabled !== undefined) return refuse('another-tabled', words(`《${tabled}》正待表决，一次只表决一份积分办法`, `“${tabled}” is before the residents: one scheme at a time`), { basis: ['27.2'], remedy: words('待其表决有结果后再提交', 'Come back once they have decided on it') })
        if (unanswered > 0) return refuse('unanswered', words(`还有 ${unanswered} 条建议没有答复`, `${unanswered} proposal(s) await an answer`), { basis: ['27.2'], remedy: words('逐条答复后再提交', 'Answer each, then put it to the vote') })
        return drafted(c) ?? {}
      },
    },
    putToVote: {
      zh: '提请表决', en: 'Put it to the vote', from: ['tabled'], basis: ['27.2'], primary: true, by: [holder('committee')],
      causes: words('登记为议题，由议事协商表决；决议公示期满才通过', 'It becomes a topic; a deliberation decides, and its resolution stands once shown'),
      only: ({ matter }) => (matter.facts.putToVote === undefined ? undefined : refuse('vote-asked', words('已提请表决', 'It was put to the vote already'), { remedy: words('请等待表决结果；议题未经表决终止的，届时可以再提请', 'Wait for the vote; should its topic end without one, it can be put again') })),
      then: c => ({
        set: { putToVote: legalDay(c.now) },
        effects: [{ do: 'open', procedure: 'deliberation', step: 'enter', link: 'adopts', input: {
          topic: `表决《${c.matter.facts.title ?? ''}》`, village: c.matter.region, raisedBy: 'committee', concern: 'governance', subject: 'pointsScheme', adopts: c.matter.id,
          reason: '积分办法草案已公开征求意见、逐条答复，提请村（居）民表决。',
        } }],
      }),
    },
    adopt: {
      zh: '表决通过', en: 'Adopted by the residents', from: ['tabled'], to: 'inForce', basis: ['27.2'], by: [thePlatform], asks: ['resolution', 'passedOn', 'inForceOn'], needs: ['drafting'],
      then: c => {
        // What it takes the place of is what stands now, not what stood as it was drafted.
        const latest = c.needs.drafting?.latest
        const links: readonly Link[] = latest === undefined ? [] : [{ kind: 'replaces', matter: latest }]
        const since = notBackInTime(c.input.inForceOn ?? '', c.now)
        const { title = '', period = 'month', items = [], rewards = [], budget = 0, pointFen = 0 } = c.matter.facts
        return {
          set: { inForceOn: since }, counts: { adopted: 1 }, links,
          effects: [
            { do: 'record', register: 'points-scheme', row: { do: 'adopt', county: c.matter.county, matter: c.matter.id, village: c.matter.region, title, period, items: items.map(itemOf), rewards: rewards.map(rewardOf), budget, pointFen, resolution: c.input.resolution ?? '', since } },
            { do: 'tell', link: 'replaces', step: 'replace', input: {} },
            notify({ office: c.matter.holder?.office ?? '' }, words('积分办法已经表决通过', 'The points scheme was adopted')),
          ],
        }
      },
    },
    notAdopted: {
      zh: '未通过或决议被撤销', en: 'Not adopted, or the resolution was annulled', from: ['tabled', 'inForce'], to: 'notAdopted', basis: ['27.2'], by: [thePlatform], asks: ['resolution', 'why?'],
      then: c => adoptedByAnother(c) ?? ({ effects: [...(c.matter.stage === 'inForce' ? [ended(c.matter, daysAfter(legalDay(c.now), -1)), { do: 'tell', link: 'replaces', step: 'restore', input: {} } as const] : []), notify({ office: c.matter.holder?.office ?? '' }, words('积分办法未通过或者决议被撤销，不施行', 'The scheme was not adopted, or its resolution was annulled'))] }),
    },
    notVoted: {
      zh: '议题未经表决终止，可再提请表决', en: 'Its topic ended without a vote: it can be put again', from: ['tabled'], basis: ['27.2'], by: [thePlatform], asks: ['resolution', 'why?'],
      then: c => ({ set: { putToVote: null, resolution: null }, effects: [notify({ office: c.matter.holder?.office ?? '' }, words('议题未经表决终止，可再次提请表决', 'The topic ended without a vote; put the scheme to it again'))] }),
    },
    replace: { zh: '由新办法接替', en: 'Another follows', from: ['inForce'], to: 'replaced', basis: ['27.2'], by: [thePlatform] },
    restore: {
      zh: '接替的办法被撤销，恢复施行', en: 'What replaced it was annulled: it is in force again', from: ['replaced'], to: 'inForce', basis: ['27.2'], by: [thePlatform],
      then: c => ({ effects: [notify({ office: c.matter.holder?.office ?? '' }, words('接替的积分办法被撤销，原办法恢复施行', 'The scheme that replaced it was annulled; this one is in force again'))] }),
    },
    withdraw: {
      zh: '撤回草案', en: 'Withdraw the draft', from: ['designing', 'tabled'], to: 'dropped', basis: [], by: [holder('committee')], asks: ['why'], needs: ['topic'],
      then: c => (c.needs.topic !== undefined
        ? refuse('before-vote', words('草案已提请居民表决，通过与否由居民决定', 'The draft is before the residents, who alone decide on it'), { basis: ['27.2'], remedy: words('议题终止后再撤回草案', 'Where the topic has ended first, the draft may be withdrawn') })
        : { effects: [moot] }),
    },
    remind: {
      zh: '逾期未提交表决，提醒', en: 'Not put to the vote in time', from: ['designing'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'remind' }], effects: [notify({ office: c.matter.holder?.office ?? '' }, words('积分办法草案逾期未提交表决', 'A draft scheme was not put to the vote in time'))] }),
    },
  },
  measures: { begun: words('起草', 'Drafted'), adopted: words('通过', 'Adopted') },
  documents: {
    scheme: {
      zh: '积分办法', en: 'The scheme', basis: ['27.2'], from: ['begin', 'revise', 'adopt'], uses: ['village', 'title', 'period', 'items', 'rewards'], may: ['inForceOn'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: c.facts.title ?? '', day: c.facts.inForceOn ?? c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }],
        body: [
          { p: c.facts.inForceOn === undefined ? '本办法为草案，征求全体村（居）民意见；可以到村（居）委会当面提出。' : `本办法经村（居）民协商表决通过，自 ${c.facts.inForceOn} 起施行，不溯及既往。` },
          { heading: `一、积分事项（${periods[c.facts.period ?? 'month'].zh}计）` },
          { table: { head: ['编码', '事项', '每次', '每户每期上限', '谁记分', '凭据'], rows: (c.facts.items ?? []).map(one => [one.code ?? '', one.what ?? '', String(one.points ?? 0), String(one.most ?? 0), scorers[one.by ?? 'committee'].zh, evidences[one.evidence ?? 'record'].zh]) } },
          { heading: '二、兑换' },
          { table: { head: ['编码', '物品', '所需积分'], rows: (c.facts.rewards ?? []).map(one => [one.code ?? '', one.what ?? '', String(one.points ?? 0)]) } },
          { p: '记分先公示，公示期满没有异议的入账；对记分有异议的，可以在公示期内提出。扣分只依据施行中的村规民约、居民公约，事先告知并听取陈述申辩，扣到零为止。' },
        ],
      }),
    },
    poster: {
      zh: '积分办法（大字张贴）', en: 'The scheme as a poster in large type', basis: ['27.2'], from: ['begin', 'revise', 'adopt'], uses: ['village', 'title', 'period', 'items', 'rewards'], may: ['inForceOn'],
      make: c => schemePoster({ issuer: c.office(committeeOf(c.facts.village ?? '')), title: c.facts.title ?? '', day: c.day, period: c.facts.period ?? 'month', items: c.facts.items ?? [], rewards: c.facts.rewards ?? [], ...(c.facts.inForceOn !== undefined && { inForceOn: c.facts.inForceOn }) }),
    },
  },
  list: { columns: ['village', 'inForceOn'] },
})
