import { dayInWords, type Block, type Doc, type DocContext, type Documents, type Signature } from '../../../kernel/document.ts'
import { officeCode } from '../../../kernel/post.ts'
import { neverConfirmed, notConfirmable, windowOf } from './confirmable.ts'
import { centreFor } from './parts.ts'
import type { DisputeFacts } from './facts.ts'
import { declineGrounds, sources } from './facts/intake.ts'
import { formats } from './facts/mediation.ts'
import { languages } from '../mediation-bodies/fields.ts'
import { disputeKinds } from './kinds.ts'
import { natures, roles, standing, type Side } from './sides.ts'
import { tracks, trackOf } from './tracks.ts'

type C = DocContext<DisputeFacts>

const line = (name: string, text: string | undefined): readonly Block[] => (text === undefined || text === '' ? [] : [{ p: `${name}：${text}` }])
const onDay = (day: string | undefined): string | undefined => (day === undefined ? undefined : dayInWords(day))

const sideRows = (sides: readonly Side[]): Block => ({
  table: {
    head: ['序号', '哪一方', '姓名或名称', '性质', '由谁代为参加'],
    rows: sides.map(({ role, name = '', nature, by, stands, many }, at) => [`${at + 1}`, role === undefined ? '' : roles[role].zh, name, `${nature === undefined ? '' : natures[nature].zh}${many === undefined ? '' : `（${many}人）`}`, by === undefined ? '本人' : `${by}${stands === undefined ? '' : `（${standing[stands].zh}）`}`]),
  },
})

const nameOf = ({ name = '', by }: Side): string => (by === undefined ? name : `${name}（${by}）`)
const allSign = (sides: readonly Side[] | undefined): readonly Signature[] => (sides ?? []).map(side => ({ by: nameOf(side), how: 'hand' }))

const bodyOf = (c: C): string => c.office(c.facts.body ?? centreFor(c.region))

type Made = Pick<Doc, 'title' | 'body'> & { readonly to?: string; readonly ceremonial?: true }
const from = (issuer: string, c: C, signed: readonly Signature[], more: Made): Doc => ({ ...more, issuer, signed, day: c.day })

/** That both may ask the court, and how long; of what no court confirms nothing is promised. */
const courtLine = ({ facts: { about }, law, day }: C): readonly string[] =>
  (neverConfirmed(about) ? [] : [`自协议生效之日起${windowOf(law, day)}日内，各方可以共同向有管辖权的人民法院申请司法确认。`])

/** What a side is told before it is mediated with; what the law on people’s mediation grants stands where that law applies. */
const rightsOf = (c: C): readonly string[] => [
  `${trackOf(c.facts.track).law === undefined ? '接受或者申请更换调解员' : '选择或者接受人民调解员'}；接受调解、拒绝调解或者要求终止调解；要求调解公开进行或者不公开进行；自主表达意愿、自愿达成调解协议。`,
  '如实陈述纠纷事实；遵守调解现场秩序，尊重调解员；尊重对方当事人行使权利。',
  '认为调解员与对方有利害关系、可能影响公正的，可以申请更换。',
  `${trackOf(c.facts.track).law === undefined ? '' : '人民调解不收取任何费用。'}不因未经调解或者调解不成而阻止依法通过仲裁、行政、司法等途径维护权利；各项时效不因调解而当然停止。`,
  `调解内容保密。经调解达成的协议有约束力。${courtLine(c).join('')}`,
]

/** The papers of a mediation, in the customary order of its file. Each is made anew from its entry. */
export const documents = {
  application: {
    zh: '调解申请书', en: 'Application', basis: ['29.1'], from: ['register'], uses: ['headline', 'sides', 'story'], may: ['wanted', 'yuan', 'contacts'],
    make: c => from(c.office(centreFor(c.region)), c, allSign((c.facts.sides ?? []).filter(side => side.role === 'applicant')), {
      title: '调解申请书', to: c.office(centreFor(c.region)),
      body: [sideRows(c.facts.sides ?? []), ...line('联系方式', c.facts.contacts?.map(one => `${one.name}${one.phone === undefined ? '' : ` ${one.phone}`}`).join('；')), { heading: '一、纠纷简要情况' }, { p: c.facts.story ?? '' }, { heading: '二、申请事项' }, { p: c.facts.wanted ?? '请求调解' }, ...line('争议金额', c.facts.yuan === undefined ? undefined : `${c.facts.yuan}元`), { p: '申请人自愿申请调解，所述属实。' }],
    }),
  },
  intake: {
    zh: '纠纷受理登记表', en: 'Intake form', basis: ['29.1'], from: ['accept'], uses: ['headline', 'sides', 'about', 'place'], may: ['source', 'sourceOffice', 'sourceNumber', 'since', 'story'],
    make: c => from(c.office(centreFor(c.region)), c, [{ by: '受理人', how: 'hand' }], {
      title: '纠纷受理登记表',
      body: [{ p: `登记编号：${c.number}` }, ...line('来源', c.facts.source && sources[c.facts.source].zh), ...line('移交单位', c.facts.sourceOffice && c.office(c.facts.sourceOffice)), ...line('移交文号', c.facts.sourceNumber), ...line('纠纷类型', c.facts.about && disputeKinds[c.facts.about].zh), ...line('发生地点', c.facts.place && c.place(c.facts.place)), ...line('知道权利受侵害之日', onDay(c.facts.since)), sideRows(c.facts.sides ?? []), ...line('纠纷概要', c.facts.headline), ...line('基本情况', c.facts.story)],
    }),
  },
  declined: {
    zh: '不予受理告知书', en: 'Notice that it is declined', basis: ['29.1'], from: ['decline'], uses: ['declineGround', 'why', 'otherWays', 'sides'],
    make: c => from(c.office(centreFor(c.region)), c, [{ by: c.office(centreFor(c.region)), how: 'seal' }], {
      title: '不予受理告知书', to: (c.facts.sides ?? []).filter(side => side.role === 'applicant').map(nameOf).join('、'),
      body: [{ p: `你（单位）提出的纠纷化解申请，经审查属于“${declineGrounds[c.facts.declineGround ?? 'noDispute'].zh}”，不予受理。` }, { p: `理由：${c.facts.why ?? ''}` }, { p: `你（单位）可以通过以下途径解决：${c.facts.otherWays ?? ''}` }],
    }),
  },
  rights: {
    zh: '权利义务告知书', en: 'Notice of rights and duties', basis: ['30.1'], from: ['nameMediator'], uses: ['sides'], may: ['body', 'track', 'about'],
    make: c => from(bodyOf(c), c, allSign(c.facts.sides), { title: '调解权利义务告知书', to: '各方当事人', body: [{ p: `${trackOf(c.facts.track).law ?? `本次为${trackOf(c.facts.track).zh}`}，告知你方在调解中的权利和义务：` }, { list: rightsOf(c) }, { p: '以上内容已阅读（已用本人懂的语言宣读），已经理解。' }] }),
  },
  minutes: {
    zh: '调解笔录', en: 'Minutes', basis: ['29.1'], from: ['holdSession'], each: true, uses: ['sides', 'heldOn', 'minutes'], may: ['format', 'language', 'interpreter', 'readAloud', 'body', 'meetWhere'],
    make: c => from(bodyOf(c), c, [...allSign(c.facts.sides), { by: '调解员', how: 'hand' }, { by: '记录人', how: 'hand' }, ...(c.facts.interpreter === undefined ? [] : [{ by: `翻译人员 ${c.facts.interpreter}`, how: 'hand' } as const])], {
      title: '调解笔录',
      body: [...line('时间', onDay(c.facts.heldOn)), ...line('地点', c.facts.meetWhere), ...line('方式', c.facts.format && formats[c.facts.format].zh), ...line('使用语言', c.facts.language && languages[c.facts.language].zh), sideRows(c.facts.sides ?? []), { p: c.facts.minutes ?? '' }, { p: c.facts.readAloud === true ? '以上笔录已向当事人宣读，当事人表示理解、无误。' : '以上笔录由当事人核对。' }],
    }),
  },
  agreement: {
    zh: '调解协议书', en: 'Agreement', basis: ['29.1', '29.3'], from: ['agree', 'agreeOrally', 'settleOnSpot'], uses: ['sides', 'issues', 'terms', 'agreedOn', 'form'], may: ['plan', 'body', 'track', 'about', 'sourceOffice'],
    make: c => {
      const body = c.office(c.facts.body ?? c.facts.sourceOffice ?? officeCode(c.region, 'committee'))
      const oral = c.facts.form === 'oral'
      const sealed = trackOf(c.facts.track).seal === true
      return from(body, c, oral ? [{ by: '调解员（记录）', how: 'hand' }] : [...allSign(c.facts.sides), { by: '调解员', how: 'hand' }, ...(sealed ? [{ by: body, how: 'seal' } as const] : [])], {
        title: oral ? '口头调解协议登记卡' : '调解协议书', ceremonial: true,
        body: [
          { p: `编号：${c.number}` }, sideRows(c.facts.sides ?? []), { heading: '一、争议事项' }, { p: c.facts.issues ?? '' },
          { heading: '二、协议内容' }, { p: c.facts.terms ?? '' }, ...(c.facts.plan === undefined || c.facts.plan.length === 0 ? [] : [{ heading: '三、履行计划' }, { table: { head: ['项', '履行日期', '金额（元）'], rows: c.facts.plan.map(({ dueOn, yuan }, at) => [`${at + 1}`, onDay(dueOn) ?? '', yuan === undefined ? '' : `${yuan}`]) } }] satisfies readonly Block[]),
          { p: oral ? `本协议于${onDay(c.facts.agreedOn) ?? ''}口头达成，已向各方宣读，自达成之日起生效。` : `本协议自各方当事人签名、盖章或者按指印，调解员签名${sealed ? '并加盖调解组织印章' : ''}之日起生效；各方各执一份，${sealed ? '调解组织' : '主持调解的单位'}留存一份。` },
          { p: `本协议具有约束力，各方应当按照约定履行。${courtLine(c).join('')}` },
        ],
      })
    },
  },
  confirmationApplication: {
    zh: '司法确认申请书', en: 'Application for the court’s confirmation', basis: ['29.3'], from: ['sign', 'agreeOrally', 'settleOnSpot'], uses: ['sides', 'terms', 'effectiveOn'], may: ['body', 'track', 'about', 'sourceOffice'],
    when: ({ facts: { about, effectiveOn }, law, day }) => effectiveOn !== undefined && notConfirmable({ about, effectiveOn }, law, day) === undefined,
    make: c => from('共同申请人', c, allSign(c.facts.sides), {
      title: '司法确认申请书', to: '人民法院',
      body: [sideRows(c.facts.sides ?? []), { heading: '一、请求事项' }, { p: `请求依法确认申请人于${onDay(c.facts.effectiveOn) ?? ''}经${c.office(c.facts.body ?? c.facts.sourceOffice ?? '')}主持达成、已经生效的调解协议有效。` }, { heading: '二、事实和理由' }, { p: `各方经${tracks[c.facts.track ?? 'people'].zh}达成协议，内容为：${c.facts.terms ?? ''}` }, { p: '申请人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为；如果因该协议内容给他人造成损害的，愿意承担相应的民事责任和其他法律责任。' }, { p: '附：调解协议，主持调解的组织的证明，身份证明及与协议相关的证据材料。' }],
    }),
  },
  reply: {
    zh: '答复书', en: 'Reply', basis: ['28.3', '28.4'], from: ['answerSource'], each: true, uses: ['headline', 'answerGiven'], may: ['sourceOffice', 'sourceNumber', 'body'],
    make: c => from(bodyOf(c), c, [{ by: bodyOf(c), how: 'seal' }], {
      title: '移交纠纷答复书', ...(c.facts.sourceOffice !== undefined && { to: c.office(c.facts.sourceOffice) }),
      body: [{ p: `你单位移交的纠纷“${c.facts.headline ?? ''}”${c.facts.sourceNumber === undefined ? '' : `（${c.facts.sourceNumber}）`}，登记编号${c.number}，办理情况答复如下：` }, { p: c.facts.answerGiven ?? '' }],
    }),
  },
  performance: {
    zh: '履行情况记录', en: 'Record of performance', basis: ['29.3'], from: ['perform'], each: true, uses: ['performedOn', 'performedNote'], may: ['body', 'plan', 'dueNumber'],
    make: c => from(bodyOf(c), c, [{ by: '当事人', how: 'hand' }, { by: '记录人', how: 'hand' }], { title: '调解协议履行情况记录', body: [...line('履行日期', onDay(c.facts.performedOn)), ...line('履行计划第几项', c.facts.dueNumber === undefined ? undefined : `${c.facts.dueNumber}`), { p: c.facts.performedNote ?? '' }, ...(c.facts.plan === undefined || c.facts.plan.length === 0 ? [] : [{ table: { head: ['项', '应当履行', '已付（元）', '履行完毕'], rows: c.facts.plan.map(({ dueOn, yuan, paid, doneOn }, at) => [`${at + 1}`, onDay(dueOn) ?? '', `${(doneOn === undefined ? paid : paid ?? yuan) ?? ''}`, onDay(doneOn) ?? '']) } }])] }),
  },
  afterwards: {
    zh: '回访记录', en: 'Record of asking after', basis: ['29.3'], from: ['askAfter'], each: true, uses: ['visitedOn', 'visitNote'], may: ['body'],
    make: c => from(bodyOf(c), c, [{ by: '回访人', how: 'hand' }], { title: '回访记录', body: [...line('回访日期', onDay(c.facts.visitedOn)), { p: c.facts.visitNote ?? '' }] }),
  },
} as const satisfies Documents<DisputeFacts, 'register' | 'accept' | 'decline' | 'nameMediator' | 'holdSession' | 'agree' | 'agreeOrally' | 'settleOnSpot' | 'sign' | 'answerSource' | 'perform' | 'askAfter'>
