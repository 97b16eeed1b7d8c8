import { figure, isRuleName } from '../../regulation/rules.ts'
import { canonical } from '../canonical.ts'
import { isRefusal } from '../refusal.ts'
import { isObject, words, type Words } from '../words.ts'
import { noVotes, outcomes, tally, type Figures, type Measure, type Outcome, type Votes } from './tally.ts'
import { marks, trackOf, tracks, ways, type Manner, type Mark, type TrackName, type Way } from './track.ts'

/** The name of the form, in every file. */
export const resultFormat = 'shanzhi-vote-1'

/**
 * A result as it is published: all that is needed to count it again without the platform, and nobody's name. Numbers are those of the posted roll; areas
 * are hundredths of a square metre. Of a secret ballot only sums are in it.
 */
export type ResultFile = {
  readonly format: typeof resultFormat
  readonly number: string
  readonly question: string
  readonly place: Words
  readonly track: TrackName
  readonly manner: Manner
  /** Legal day whose figures apply. */
  readonly day: string
  readonly opened: string
  readonly closed: string
  readonly measure: Measure
  readonly roll: { readonly digest: string; readonly lines: readonly { readonly number: number; readonly area?: number }[]; readonly corrections: number }
  readonly attendance: { readonly numbers: readonly number[]; readonly ways: { readonly [W in Way]: number }; readonly digest: string }
  /** Receipts of the ballots that lay in the urn, in their own order. */
  readonly urn: { readonly receipts: readonly string[]; readonly digest: string }
  /** Votes by name, in an open vote. */
  readonly named: readonly { readonly number: number; readonly mark: Mark }[]
  /** Counts of hands, in an open vote, by where they were counted. */
  readonly sheets: readonly { readonly place: string; readonly totals: Votes }[]
  /** How many were counted from papers or hands; of a secret ballot their sums are only in `votes`. */
  readonly papers: number
  readonly votes: Votes
  readonly area?: Votes
  readonly outcome: Outcome
  readonly words: Words
  readonly limits: readonly Words[]
  /** SHA-256 over all of the above. */
  readonly digest: string
}

/** SHA-256 over the canonical form, hexadecimal. */
export const digestOf = async (value: unknown): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)))), byte => byte.toString(16).padStart(2, '0')).join('')

/** The figures that a file's own lists come to. */
export const figuresIn = ({ roll, attendance, named, sheets, manner, votes }: ResultFile): Figures => {
  const areas = new Map(roll.lines.map(line => [line.number, line.area ?? 0]))
  const byArea = roll.lines.some(line => line.area !== undefined)
  const areaOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + (areas.get(number) ?? 0), 0)
  const sum = (size: (number: number) => number): Votes => named.reduce<Votes>((sums, { number, mark }) => ({ ...sums, [mark]: sums[mark] + size(number) }), noVotes)
  const hands = sheets.reduce<Votes>((sums, { totals }) => added(sums, totals), noVotes)
  return {
    roll: { units: roll.lines.length, ...(byArea && { area: areaOf(roll.lines.map(line => line.number)) }) },
    present: { units: attendance.numbers.length, ...(byArea && { area: areaOf(attendance.numbers) }) },
    votes: manner === 'secret' ? votes : added(sum(() => 1), hands),
    ...(byArea && { area: sum(number => areas.get(number) ?? 0) }),
  }
}

export const added = (a: Votes, b: Votes): Votes => ({ for: a.for + b.for, against: a.against + b.against, abstain: a.abstain + b.abstain, spoilt: a.spoilt + b.spoilt })

export const sumOf = (votes: Votes): number => votes.for + votes.against + votes.abstain + votes.spoilt

/** What counting a file again found: what is wrong, named; and what the reader should know beside. */
export type Recount = { readonly faults: readonly Words[]; readonly notes: readonly Words[]; readonly file?: ResultFile }

/** Counts a published result again from its own lists, without the platform. Never throws. */
export const recount = async (value: unknown): Promise<Recount> => {
  if (!isResultFile(value)) return { faults: [words('不是表决结果文件，或者内容不完整', 'This is no result of a vote, or not all of one')], notes: [] }
  const { digest, ...rest } = value
  const checks = await Promise.all([
    digestOf(rest).then(found => (found === digest ? [] : [words('全文摘要与内容不符：文件被改动过', 'The digest of the file is not that of what it holds: it was altered')])),
    digestOf(value.attendance.numbers).then(found => (found === value.attendance.digest ? [] : [words('签到册摘要与所列序号不符', 'The digest of the attendance book is not that of the numbers listed')])),
    digestOf(value.urn.receipts).then(found => (found === value.urn.digest ? [] : [words('票箱摘要与所列回执不符', 'The digest of the urn is not that of the receipts listed')])),
  ])
  const { faults, notes } = rulesOf(value)
  return { faults: [...checks.flat(), ...listsOf(value), ...countsOf(value), ...faults, ...resultOf(value)], notes, file: value }
}

const twice = (list: readonly (string | number)[]): readonly (string | number)[] => list.filter((one, at) => list.indexOf(one) !== at)

const told = (list: readonly (string | number)[]): string => list.slice(0, 20).join('、')

/** The roll, the book and the urn, each in itself and against each other. */
const listsOf = ({ roll, attendance, urn, named, manner }: ResultFile): readonly Words[] => {
  const numbers = roll.lines.map(line => line.number)
  const [onRoll, inBook] = [new Set(numbers), new Set(attendance.numbers)]
  const faults: Words[] = []
  const find = (list: readonly (string | number)[], zh: string, en: string): void => { if (list.length > 0) faults.push(words(`${zh}：${told(list)}`, `${en}: ${told(list)}`)) }
  find(twice(numbers), '名册上的序号重复', 'Numbers twice on the roll')
  find(twice(attendance.numbers), '签到册上的序号重复', 'Numbers twice in the attendance book')
  find(attendance.numbers.filter(number => !onRoll.has(number)), '签到的不在名册上', 'In the attendance book and not on the roll')
  find(twice(urn.receipts), '票箱里的回执重复', 'Receipts twice in the urn')
  find(urn.receipts.filter(one => !/^[0-9a-f]{64}$/.test(one)), '票箱里的回执格式不对', 'What is no receipt in the urn')
  find(twice(named.map(one => one.number)), '记名票的序号重复', 'Votes by name twice')
  find(named.map(one => one.number).filter(number => !inBook.has(number)), '记名票的序号不在签到册上', 'Votes by name of who did not take part')
  const came = Object.values(attendance.ways).reduce((sum, n) => sum + n, 0)
  if (came !== attendance.numbers.length) faults.push(words(`按参加方式合计${came}，签到册上有${attendance.numbers.length}`, `By how they took part they are ${came}; the book lists ${attendance.numbers.length}`))
  if (manner === 'secret' && urn.receipts.length !== attendance.ways.phone) faults.push(words(`票箱里有${urn.receipts.length}张，手机签到${attendance.ways.phone}`, `The urn holds ${urn.receipts.length} ballots; ${attendance.ways.phone} signed in by phone`))
  return faults
}

const countsOf = (file: ResultFile): readonly Words[] => {
  const { manner, named, sheets, papers, votes, area, urn, attendance } = file
  const faults: Words[] = []
  const notPhones = attendance.numbers.length - attendance.ways.phone
  if (manner === 'secret') {
    if (named.length > 0 || sheets.length > 0) faults.push(words('无记名投票的结果不应有记名票或者分点计票', 'A secret ballot has no votes by name and no counts by place'))
    if (sumOf(votes) !== papers + urn.receipts.length) faults.push(words(`共计${sumOf(votes)}票，纸质票${papers}张加票箱${urn.receipts.length}张不等于此数`, `${sumOf(votes)} votes are not the ${papers} papers and the ${urn.receipts.length} in the urn`))
    if (papers > notPhones) faults.push(words(`纸质票${papers}张，到会和书面参加的只有${notPhones}`, `${papers} papers, ${notPhones} took part otherwise than by phone`))
    return faults
  }
  const found = figuresIn(file)
  const differ = (Object.keys(marks) as Mark[]).filter(mark => found.votes[mark] !== votes[mark])
  if (differ.length > 0) faults.push(words(`票数与记名票和分点计票合计不符：${differ.map(mark => `${marks[mark].zh}应为${found.votes[mark]}`).join('、')}`, `The votes are not the sum of what is listed: ${differ.map(mark => `${marks[mark].en} ${found.votes[mark]}`).join(', ')}`))
  const hands = sheets.reduce((sum, { totals }) => sum + sumOf(totals), 0)
  if (papers !== hands) faults.push(words(`分点计票共${hands}票，文件写的是${papers}`, `The counts by place come to ${hands}; the file says ${papers}`))
  if (found.area && canonical(found.area) !== canonical(area)) faults.push(words('面积与记名票不符', 'The area is not that of the votes listed'))
  return faults
}

/** Whether the file counted by the law: a figure that claims the source this program knows, with another value, was altered; one of another source is told. */
const rulesOf = ({ measure, day, track }: ResultFile): { readonly faults: readonly Words[]; readonly notes: readonly Words[] } => {
  const faults: Words[] = []
  const notes: Words[] = []
  const form = trackOf(track).forms[measure.unit]
  const asked = (list: readonly { readonly rule: string; readonly of: string; readonly whole: string }[]): string => list.map(one => `${one.rule}/${one.of}/${one.whole}`).join(' ')
  if (!form || asked(form.quorum) !== asked(measure.quorum) || asked(form.pass) !== asked(measure.pass)) faults.push(words(`不是${trackOf(track).zh}的表决规则`, `These are not the rules of the ${trackOf(track).en}`))
  for (const bar of [...measure.quorum, ...measure.pass]) {
    const known = isRuleName(bar.rule) ? shipped(bar.rule, day) : undefined
    if (known && known.source.zh === bar.source.zh && canonical(known.value) !== canonical(bar.share)) faults.push(words(`规则 ${bar.rule} 的数值与${bar.source.zh}不符`, `The figure of ${bar.rule} is not that of ${bar.source.en}`))
    else if (known?.source.zh !== bar.source.zh) notes.push(words(`规则 ${bar.rule} 依据“${bar.source.zh}”，本程序未附该依据，请另行核对`, `${bar.rule} rests on “${bar.source.en}”, which this program does not carry: compare it yourself`))
  }
  return { faults, notes }
}

const shipped = (name: Parameters<typeof figure>[0], day: string) => {
  try {
    return figure(name, day)
  } catch {
    return undefined
  }
}

const resultOf = (file: ResultFile): readonly Words[] => {
  const found = tally(file.measure, { ...figuresIn(file), votes: file.votes, ...(file.area && { area: file.area }) })
  if (isRefusal(found)) return [found.why]
  return [
    ...(found.outcome === file.outcome ? [] : [words(`结果应为“${outcomes[found.outcome].zh}”，文件写的是“${outcomes[file.outcome].zh}”`, `It comes to “${outcomes[found.outcome].en}”; the file says “${outcomes[file.outcome].en}”`)]),
    ...(canonical(found.words) === canonical(file.words) ? [] : [words('结果说明与计票不符', 'The sentence that explains the result is not what the counts give')]),
  ]
}

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isText = (value: unknown): value is string => typeof value === 'string'
const isBoth = (value: unknown): value is Words => isObject(value) && isText(value['zh']) && isText(value['en'])
const isVotes = (value: unknown): value is Votes => isObject(value) && Object.keys(marks).every(mark => isWhole(value[mark]))
const isMark = (value: unknown): value is Mark => isText(value) && Object.hasOwn(marks, value)
const listOf = <T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] => Array.isArray(value) && value.every(is)
const isBar = (value: unknown): value is Measure['quorum'][number] => isObject(value) && isText(value['rule']) && (value['of'] === 'units' || value['of'] === 'area') && (value['whole'] === 'roll' || value['whole'] === 'present')
  && isBoth(value['source']) && typeof value['confirmed'] === 'boolean' && isObject(value['share']) && isWhole(value['share']['num']) && isWhole(value['share']['den']) && value['share']['den'] > 0 && value['share']['num'] > 0
  && value['share']['num'] <= value['share']['den'] && value['share']['den'] <= 100 && typeof value['share']['strict'] === 'boolean'
const isMeasure = (value: unknown): value is Measure => isObject(value) && isText(value['unit']) && listOf(value['quorum'], isBar) && listOf(value['pass'], isBar) && listOf(value['articles'], isBoth)

/** Whether a value has the form of a result file, whatever it says. */
export const isResultFile = (value: unknown): value is ResultFile => {
  if (!isObject(value) || value['format'] !== resultFormat) return false
  const { roll, attendance, urn } = value
  return ['number', 'question', 'day', 'opened', 'closed', 'digest'].every(name => isText(value[name])) && isBoth(value['place']) && isBoth(value['words']) && listOf(value['limits'], isBoth)
    && isText(value['track']) && Object.hasOwn(tracks, value['track']) && (value['manner'] === 'open' || value['manner'] === 'secret') && isText(value['outcome']) && Object.hasOwn(outcomes, value['outcome'])
    && isMeasure(value['measure']) && Object.hasOwn(trackOf(value['track'] as TrackName).forms, value['measure'].unit) && isWhole(value['papers']) && isVotes(value['votes']) && (value['area'] === undefined || isVotes(value['area']))
    && isObject(roll) && isText(roll['digest']) && isWhole(roll['corrections']) && listOf(roll['lines'], (one): one is { number: number; area?: number } => isObject(one) && isWhole(one['number']) && (one['area'] === undefined || isWhole(one['area'])))
    && isObject(attendance) && isText(attendance['digest']) && listOf(attendance['numbers'], isWhole) && isObject(attendance['ways']) && Object.keys(ways).every(way => isWhole((attendance['ways'] as { readonly [way: string]: unknown })[way]))
    && isObject(urn) && isText(urn['digest']) && listOf(urn['receipts'], isText)
    && listOf(value['named'], (one): one is { number: number; mark: Mark } => isObject(one) && isWhole(one['number']) && isMark(one['mark']))
    && listOf(value['sheets'], (one): one is { place: string; totals: Votes } => isObject(one) && isText(one['place']) && isVotes(one['totals']))
}
