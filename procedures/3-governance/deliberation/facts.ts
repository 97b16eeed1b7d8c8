import { account, choice, day, files, matterRef, region, rows, text, told, whole, yesNo } from '../../../kernel/facts.ts'
import { attendanceRows, countLines, countPlace, countSheet, countTotals, lineColumns, rollNumber, rollRows } from '../../../kernel/voting/facts.ts'
import { courses, subjects, touches } from '../../../kernel/voting/select.ts'
import { manners, rollUnits, tracks } from '../../../kernel/voting/track.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { concerns } from '../hearing/kinds.ts'
import { correctionReasons, declineGrounds, demands, forms, judgments, kinOfCount, lineAnswers, objectionGrounds, outcomes, raisers, rollSources, rulings, changesOfRoll, editsOfRoll } from './kinds.ts'

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

/** What is known of a topic before it is decided which body decides it. */
const raised = {
  topic: text({ zh: '议题', en: 'Topic', class: 'public', min: 4, max: 60, search: 'words', hint: words('一句话说清要议什么', 'One sentence: what is to be talked over') }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  raisedBy: choice(raisers, { zh: '提出方', en: 'Raised by', class: 'public', search: 'exact', basis: ['25.1'] }),
  concern: choice(concerns, { zh: '协商领域', en: 'Field', class: 'public', search: 'exact', basis: ['25.2'] }),
  subject: choice(subjects, { zh: '议决事项', en: 'What is decided', class: 'public', search: 'exact', hint: words('决定由哪个组织、按什么规则表决', 'It says which body decides, and by which rule') }),
  reason: text({ zh: '理由和建议', en: 'Why, and what is proposed', class: 'public', min: 4, max: 2000, lines: 5, hint: nobody }),
  sheet: files({ zh: '本人签名的书面材料', en: 'The sheet they signed', class: 'sensitive', max: 6, accept: 'any', hint: words('代为提出的，上传其本人或单位签字的材料', 'What who it is said for has signed'), signed: true }),
  cameFrom: matterRef({ zh: '由哪一事项而来', en: 'From which matter it came', class: 'public' }),
  adopts: matterRef({ zh: '要表决的草案', en: 'The draft to be adopted', class: 'public', search: 'exact' }),
}

const demanded = {
  demandBy: choice(demands, { zh: '谁要求召开', en: 'Who demands it', class: 'public' }),
  signers: whole({ zh: '联名人数', en: 'How many signed', class: 'public', min: 1, max: 100_000, unit: words('人', 'people') }),
  signatures: files({ zh: '联名签名页', en: 'The signed pages', class: 'sensitive', max: 9, accept: 'any' }),
  entitled: whole({ zh: '有权要求的总人数', en: 'How many are entitled', class: 'public', min: 1, max: 100_000, unit: words('人', 'people') }),
  valid: whole({ zh: '核实有效的签名', en: 'Signatures found valid', class: 'public', max: 100_000, unit: words('人', 'people') }),
  demandResult: told({ zh: '核实结果', en: 'What was found', class: 'public' }),
  owedOn: day({ zh: '核实日期', en: 'Found to be owed on', class: 'public' }),
  owedBy: day({ zh: '最晚召开日期（乡镇、街道确定）', en: 'To be held by, as the township set', class: 'public' }),
  owedWhy: text({ zh: '确定日期的理由', en: 'Why the day is set', class: 'public', min: 4, max: 300, lines: 2, hint: nobody }),
  owed: yesNo({ zh: '应当召开', en: 'Convening is owed', class: 'public', search: 'exact' }),
}

const screened = {
  touches: choice(touches, { zh: '是否属自治事项', en: 'Is it for the village to decide', class: 'public' }),
  body: choice(tracks, { zh: '由谁议决', en: 'Decided by', class: 'public', search: 'exact' }),
  unit: choice(rollUnits, { zh: '表决单位', en: 'One vote for each', class: 'public' }),
  manner: choice(manners, { zh: '表决方式', en: 'Manner of voting', class: 'public' }),
  course: choice(courses, { zh: '程序', en: 'Course', class: 'public' }),
  chosen: told({ zh: '议决规则', en: 'The rule it is decided by', class: 'public' }),
  screenNote: text({ zh: '审查说明', en: 'Note of the screening', class: 'public', min: 2, max: 500, lines: 2, hint: nobody }),
  doubt: text({ zh: '请乡镇（街道）判断的问题', en: 'What the township is asked', min: 4, max: 500, lines: 2 }),
  lawful: yesNo({ zh: '可以由村（居）民议决', en: 'A village may decide it', class: 'public' }),
  opinion: text({ zh: '乡镇（街道）意见', en: 'Opinion of the township', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  declineGround: choice(declineGrounds, { zh: '不予受理的原因', en: 'Why it is declined', class: 'public', search: 'exact' }),
  declineReason: text({ zh: '具体理由和去处', en: 'The reason, and where to turn', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  reviewReason: text({ zh: '申请复核的理由', en: 'Why a review is asked', min: 4, max: 500, lines: 2 }),
  review: text({ zh: '复核意见', en: 'What the review found', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  withdrawReason: text({ zh: '撤回原因', en: 'Why it is withdrawn', class: 'public', max: 300, hint: nobody }),
}

/** 四议两公开: signed counts and dates only. Nobody’s membership is known here, and no roll is kept. */
const discussedFour = {
  proposedOn: day({ zh: '村党组织提议日期', en: 'Proposed by the branch on', class: 'public' }),
  proposal: text({ zh: '提议内容', en: 'What it proposes', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  conferredOn: day({ zh: '村“两委”商议日期', en: 'Talked over by both committees on', class: 'public' }),
  conferred: text({ zh: '商议意见', en: 'What they agreed', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  partyOn: day({ zh: '党员大会日期', en: 'Members’ meeting on', class: 'public' }),
  partyDue: whole({ zh: '应到人数', en: 'Due to attend', class: 'public', min: 1, max: 10_000, unit: words('人', 'people') }),
  partyPresent: whole({ zh: '实到人数', en: 'Attended', class: 'public', max: 10_000, unit: words('人', 'people') }),
  partyFor: whole({ zh: '同意人数', en: 'In favour', class: 'public', max: 10_000, unit: words('人', 'people') }),
  partySheet: files({ zh: '签字的计数表', en: 'The signed count', class: 'sensitive', max: 2, hint: words('只有人数和监督人签字，不要上传名单', 'Figures and signatures of who watched alone; no list of names') }),
  partyResult: told({ zh: '审议结果', en: 'Result of the review', class: 'public' }),
}

/** What the published file of the vote has to agree with (SHA-256, hexadecimal). */
const digest = (label: Words) => text({ ...label, class: 'public', min: 64, max: 64 })

const lineOptional = ['name', 'household', 'door', 'area', 'ground', 'livedSince'] as const

const convened = {
  rollFrom: choice(rollSources, { zh: '名册来源', en: 'Where the roll comes from', class: 'public' }),
  rollTeam: text({ zh: '村民小组', en: 'Villagers’ group', class: 'public', max: 40, hint: words('由村民小组议决的填写', 'Where a villagers’ group decides') }),
  units: rollRows,
  rollChecked: yesNo({ zh: '已逐项核对名册', en: 'The roll was looked over', class: 'internal' }),
  rollUnits: whole({ zh: '名册数', en: 'On the roll', class: 'public' }),
  rollDigest: digest({ zh: '名册摘要', en: 'Digest of the roll' }),
  noticeOn: day({ zh: '发出通知的日期', en: 'Notice given on', class: 'public' }),
  meetingOn: day({ zh: '会议日期', en: 'Day of the meeting', class: 'public' }),
  meetingTime: text({ zh: '时间', en: 'Time', class: 'public', max: 40 }),
  where: text({ zh: '会议地点', en: 'Where', class: 'public', min: 2, max: 100 }),
  form: choice(forms, { zh: '开会方式', en: 'Form', class: 'public', search: 'exact' }),
  invited: text({ zh: '邀请参加讨论的单位', en: 'Invited to the discussion', class: 'public', max: 300, basis: ['25.1'], hint: words('业主委员会、物业企业、驻地单位等，参加讨论，没有表决权', 'Owners’ committee, property firm, units of the place: they discuss and have no vote') }),
  postponeReason: text({ zh: '改期理由', en: 'Why it is put off', class: 'public', min: 4, max: 300, lines: 2, hint: nobody }),
  rollWrong: text({ zh: '名册哪里不对', en: 'What is wrong with the roll', class: 'sensitive', min: 4, max: 300, lines: 2, hint: words('谁漏了、谁不该在、哪一项错了', 'Who is missing, who should not stand there, what is wrong') }),
  rollEdits: rows({ edit: choice(editsOfRoll, { zh: '怎样改', en: 'What is done', class: 'internal' }), number: rollNumber, to: whole({ zh: '到序号（连续多行的填写）', en: 'To number, of several in a row', class: 'internal', min: 1, max: 100_000 }), ...lineColumns }, { zh: '对名册的修改', en: 'Edits', class: 'sensitive', max: 500, optional: ['number', 'to', ...lineOptional] }),
  rollObjections: rows({ no: whole({ zh: '办理记录序号', en: 'Entry', class: 'public', min: 1 }) }, { zh: '待处理的名册异议', en: 'Objections to the roll', class: 'public', min: 0, max: 500 }),
  objectionNo: whole({ zh: '答复哪条异议（办理记录序号）', en: 'Which objection is answered (number of its entry)', class: 'internal', min: 1, max: 100_000, hint: words('不填的，为最早一条', 'Left empty: the earliest') }),
  rollOpen: whole({ zh: '待处理的名册异议', en: 'Objections to the roll unanswered', class: 'public' }),
  number: rollNumber,
  rollChanges: rows({ does: choice(changesOfRoll, { zh: '怎样更正', en: 'Correction', class: 'internal' }), reason: choice(correctionReasons, { zh: '原因', en: 'Why', class: 'internal' }), number: rollNumber, ...lineColumns }, { zh: '更正的各行', en: 'Lines corrected', class: 'sensitive', max: 100, optional: ['number', ...lineOptional] }),
  rollAnswer: text({ zh: '处理意见', en: 'What was decided', class: 'internal', min: 4, max: 300, lines: 2 }),
  dropReason: text({ zh: '终止理由', en: 'Why it is given up', class: 'public', min: 4, max: 500, lines: 2, hint: nobody }),
}

const voted = {
  question: text({ zh: '表决的问题', en: 'The question put', class: 'public', min: 4, max: 200, lines: 2, hint: words('作表决的必填；能用赞成、反对、弃权回答的一句话，印在通知和选票上', 'Needed where there is a vote: one sentence to be answered for, against or abstaining, printed on notice and slips') }),
  voteUntil: day({ zh: '表决截止（当日 24 时）', en: 'The vote closes at the end of', class: 'public', hint: words('不填的，为会议当日', 'Left empty: the day of the meeting') }),
  openedOn: day({ zh: '开始表决', en: 'Voting since', class: 'public' }),
  attendance: attendanceRows,
  bookSheet: files({ zh: '签到册照片', en: 'Photo of the signed attendance book', class: 'internal', max: 9, accept: 'image', hint: words('本次录入的签名页；委托的一并拍照', 'The signed pages of what is entered, with the written proxies') }),
  bookChecker: account({ zh: '签到册核对人', en: 'Who checked the attendance book' }),
  lineWrong: text({ zh: '哪里不对', en: 'What is wrong', class: 'internal', min: 4, max: 300, lines: 2, hint: words('如：我没有到会，也没有委托别人', 'Such as: I was not there and sent nobody') }),
  linesContested: rows({ number: rollNumber }, { zh: '本人有异议的签到', en: 'Lines contested by those they name', class: 'internal', min: 0, max: 500 }),
  lineAnswer: choice(lineAnswers, { zh: '核对结果', en: 'What was found', class: 'internal' }),
  lineNote: text({ zh: '核对说明', en: 'How it was checked', class: 'internal', min: 4, max: 300, lines: 2 }),
  strikeWhy: text({ zh: '为什么撤销', en: 'Why it is taken back', class: 'internal', min: 4, max: 200 }),
  countPlace, countTotals, countLines, countSheet,
  counterKin: choice(kinOfCount, { zh: '计票人的亲属关系声明', en: 'Declared by the counter', class: 'internal', hint: words('由计票人本人声明；没有直接涉及谁的，选“没有”', 'Declared by whoever counts; where the vote concerns nobody in particular, choose the first') }),
  neighbour: region({ zh: '请哪个邻村计票', en: 'Which village is asked to count', class: 'public', levels: ['village'] }),
  neighbourWhy: text({ zh: '为什么请邻村', en: 'Why', class: 'public', min: 4, max: 300, hint: words('如：能计票的人都与表决所涉及的户有亲属关系', 'Such as: all who could count are kin to those concerned') }),
  counter: account({ zh: '计票人', en: 'Counter' }),
  came: whole({ zh: '参加人数', en: 'How many took part', class: 'public', max: 100_000, unit: words('人', 'people') }),
  outcome: choice(outcomes, { zh: '结果', en: 'Outcome', class: 'public', search: 'exact' }),
  explained: told({ zh: '计票说明', en: 'How it was counted', class: 'public' }),
  setAsideWhy: text({ zh: '表决作废的理由', en: 'Why the vote is set aside', class: 'public', min: 4, max: 500, lines: 2, hint: nobody }),
  bookDigest: digest({ zh: '签到册摘要', en: 'Digest of the attendance book' }),
  urnDigest: digest({ zh: '票箱摘要', en: 'Digest of the urn' }),
  declaredOn: day({ zh: '计票日期', en: 'Counted on', class: 'public' }),
}

const taskColumns = {
  what: text({ zh: '做什么', en: 'What is done', class: 'public', min: 2, max: 200 }),
  responsible: text({ zh: '由谁负责', en: 'Who answers for it', class: 'public', min: 2, max: 60 }),
  until: day({ zh: '完成日期', en: 'Done by', class: 'public' }),
}

const resolved = {
  resolution: text({ zh: '决议内容', en: 'The resolution', class: 'public', min: 4, max: 4000, lines: 8, hint: nobody }),
  inForceOn: day({ zh: '生效日期', en: 'In force from', class: 'public', hint: words('不填的，公示期满次日生效', 'Left empty: the day after the window to object') }),
  publishedOn: day({ zh: '公布日期', en: 'Published on', class: 'public' }),
  objectionGround: choice(objectionGrounds, { zh: '异议理由', en: 'Ground of the objection', class: 'public' }),
  objection: text({ zh: '异议内容', en: 'The objection', min: 4, max: 1000, lines: 3 }),
  objections: whole({ zh: '收到异议', en: 'Objections', class: 'public' }),
  objectionsOpen: whole({ zh: '待处理异议', en: 'Objections undecided', class: 'public' }),
  contentOpen: whole({ zh: '待处理的内容违法异议', en: 'Of them, that it is unlawful', class: 'public' }),
  annulWhy: text({ zh: '拟撤销的理由和依据', en: 'Why it is to be annulled', class: 'public', min: 10, max: 1000, lines: 3, hint: words('写明违反哪部法律法规的哪一条', 'Name the law and its article') }),
  annulBy: account({ zh: '提出撤销的经办人', en: 'Who proposed it' }),
  ruling: choice(rulings, { zh: '异议处理', en: 'Decision on the objections', class: 'public' }),
  rulingReason: text({ zh: '处理理由', en: 'Reasons', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  court: text({ zh: '受理法院', en: 'Court', class: 'public', min: 4, max: 60 }),
  suedOn: day({ zh: '起诉日期', en: 'Sued on', class: 'public' }),
  suits: whole({ zh: '诉讼', en: 'Suits', class: 'public' }),
  judgment: choice(judgments, { zh: '裁判结果', en: 'Judgment', class: 'public' }),
  judgmentNumber: text({ zh: '裁判文书号', en: 'Number of the judgment', class: 'public', min: 4, max: 80 }),
  annulledBecause: told({ zh: '撤销原因', en: 'Why it was annulled', class: 'public' }),
  tasks: rows(taskColumns, { zh: '落实任务', en: 'Tasks', class: 'public', max: 40, hint: words('村（居）民自己的决定由村（社区）落实；不得借此下达政府任务', 'The village carries out its own decision; no office’s work is handed down this way') }),
  report: text({ zh: '落实情况报告', en: 'Report on what was done', class: 'public', min: 10, max: 4000, lines: 6, hint: nobody }),
  contested: text({ zh: '哪里没有落实', en: 'What was not done', class: 'public', min: 4, max: 500, lines: 2, hint: nobody }),
  supervision: text({ zh: '监督意见', en: 'Note of the supervisory committee', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  late: yesNo({ zh: '已过期限', en: 'Late', class: 'public', search: 'exact', ofStage: true }),
}

export const facts = { ...raised, ...demanded, ...screened, ...discussedFour, ...convened, ...voted, ...resolved }

export type DeliberationFacts = typeof facts
