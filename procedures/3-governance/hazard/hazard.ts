import { need, procedure, within } from '../../../kernel/procedure.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { anyPost, anyResident, answerer, holder, ofGovernment, post } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { dayInWords } from '../../../kernel/document.ts'
import { notify, urgently, warn } from '../../../kernel/effect.ts'
import { oversightSteps } from '../../usual/oversight.ts'
import { located, placing } from '../../usual/placing.ts'
import { ofTownship, toTownship, townshipOf } from '../../usual/field-work.ts'
import { facts, type sources } from './facts.ts'
import { grades, limitFor, type HazardKind } from './kinds.ts'
import { addressed, againAndAgain, authorityOf, competentFor, fault, givenBy, mayContest, nobodyNamed, notOwnWork, orderedRow, putRightBy, rectifier, timeFor, toAuthority, toDepartment, toHolder, toReporter, townshipsBeside, unfitOffice, warnFirst, workRow } from './parts.ts'

const officesIn = (...values: readonly unknown[]): readonly string[] => values.flat().filter((one): one is string => typeof one === 'string')

/** How it was found is known without asking: by what it follows from, else by who reports it. */
const sourceOf = (kind: string, brought: keyof typeof sources | undefined): keyof typeof sources =>
  (kind === 'resident' ? 'resident' : brought ?? (kind === 'gridWorker' ? 'grid' : kind === 'committee' ? 'community' : 'office'))

/** Who answers for the place as a whole, whichever office has its hazards. */
const governments = [...ofTownship, ofGovernment('lead', 'county')]

/** Late, it climbs level by level, as every matter does. */
const overseen = oversightSteps(['rectifying'])

/**
 * 安全隐患: found by a grid worker, a patrol, a visit, an inspection or a resident; graded; ordered put right by who answers for it; put right with
 * evidence; checked again by another; late, it climbs (Art. 34.2, 21.4). People’s safety comes first: whoever grades a grave one says how they are kept safe.
 */
export const hazard = procedure('hazard', {
  title: words('安全隐患', 'Hazard'),
  since: '2023-02-01',
  basis: ['21.4', '34.1', '34.2', '34.4'],
  facts,
  heading: 'what',
  place: 'place',
  needs: {
    staffed: need<readonly string[]>('staffed', c => ({ offices: [...officesIn(c.facts['office']), ...competentFor(c.matter.region, c.facts['kind'] as HazardKind | undefined)], at: c.now.toISOString() })),
    located,
  },
  records: ['given-work'],
  stages: {
    found: { zh: '待核定等级', en: 'To be graded', due: { then: 'escalate', limit: c => (c.facts.danger === true ? 'hazard.grade.danger' : 'hazard.grade') } },
    ordering: { zh: '待责令整改', en: 'To be ordered put right', due: { then: 'escalate', limit: c => limitFor('order', c.facts.grade) } },
    rectifying: { zh: '整改中', en: 'Being put right', due: { then: 'escalate', limit: c => timeFor(c.facts) } },
    rechecking: { zh: '待复查', en: 'To be checked again', due: within('hazard.recheck', 'escalate') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    dropped: { zh: '不作为隐患', en: 'No hazard', final: true },
  },
  steps: {
    find: {
      zh: '上报隐患', en: 'Report a hazard', opens: 'found', basis: ['21.4', '34.2'],
      by: [anyResident, post('gridWorker'), post('committee'), anyPost('handler', 'lead', 'dispatcher')],
      asks: ['what', 'kind', 'place', 'spot?', 'point?', 'danger?', 'warned?', 'photos?', { fact: 'source', brought: true }], needs: ['located'],
      causes: words('由乡镇（街道）核定等级；有人处于危险中的，请先提示、疏散', 'The township grades it; where somebody is in danger, warn them and lead them away first'),
      then: c => {
        const { danger = false, warned, source } = c.input
        if (danger && warned === undefined && c.actor.kind !== 'resident') return fault('warned', '请先提示、疏散在场的人，再写明做了什么', 'Warn those there and lead them away first, then say what was done')
        const placed = placing(c.matter.region, c.needs.located)
        const region = placed.region ?? c.matter.region
        const office = townshipOf(region)
        const beside = townshipsBeside(office, c.needs.located)
        return {
          holder: { office }, ...(placed.region !== undefined && { region }), set: { ...placed.set, source: sourceOf(c.actor.kind, source), danger }, counts: { found: 1 },
          parties: [{ role: 'reporter', account: c.actor.account }, ...beside.map(one => ({ role: 'beside', office: one }))],
          effects: [
            // Who grades it has hours, which do not wait for the morning.
            ...(danger ? [warn({ office }, words('有危险隐患待核定等级，请立即核定', 'A dangerous hazard awaits its grade: grade it at once')), ...warnFirst({ ...c.matter, region })] : [notify({ office }, words('有安全隐患待核定等级', 'A hazard awaits its grade'))]),
            ...beside.map(one => (danger ? warn : notify)({ office: one }, words('邻近乡镇（街道）受理的隐患，定位在本辖区或交界处，请核对', 'A hazard with the township next to yours lies, by its point, in yours or at the border: please look'))),
          ],
        }
      },
    },
    warn: {
      zh: '记录提示、疏散', en: 'Note who was warned', from: 'open', basis: ['34.2'], by: [post('gridWorker'), post('committee'), holder()], asks: ['warned'],
      causes: words('不改变等级和时限', 'Neither grade nor limit changes'),
      then: c => ({ effects: [toHolder(c.matter, '已提示、疏散居民', 'Residents were warned')] }),
    },
    grade: {
      zh: '核定等级', en: 'Grade it', from: ['found'], to: 'ordering', basis: ['34.2'], primary: true, by: [holder('handler', 'lead', 'dispatcher')], needs: ['staffed'],
      asks: ['grade', 'kind', 'gradeReason', 'safety?'],
      causes: words('重大隐患立即交县（区）主管部门；较大以上或有人处于危险中的，须写明安全措施', 'A major one goes to the competent county department at once; a grave one needs the measures that keep people safe'),
      then: c => {
        const { grade = 'ordinary', kind, safety } = c.input
        if ((grade !== 'ordinary' || c.matter.facts.danger === true) && safety === undefined) return fault('safety', '请写明整改前如何保证人员安全', 'Say how people are kept safe until it is put right')
        if (grade !== 'major') return { set: { authority: townshipOf(c.matter.region) }, counts: { graded: 1 }, effects: [toReporter('您上报的隐患已核定等级', 'The hazard you reported was graded')] }
        const { office, effects } = toDepartment(c.matter, kind, c.needs.staffed)
        return { holder: { office }, set: { authority: office }, counts: { graded: 1, major: 1 }, effects: [...effects, toReporter('您上报的隐患已报主管部门', 'The hazard you reported is with the competent department')] }
      },
    },
    drop: {
      zh: '不作为隐患', en: 'It is no hazard', from: ['found', 'ordering'], to: 'dropped', basis: ['34.2'], by: [holder('handler', 'lead', 'dispatcher')], asks: ['dropReason'],
      causes: words('上报人会收到理由', 'Whoever reported it is told why'),
      then: () => ({ counts: { dropped: 1 }, effects: [toReporter('您上报的情况不作为隐患，理由见详情', 'What you reported is no hazard; the reason stands in it')] }),
    },
    worsen: {
      zh: '升为重大隐患', en: 'It became major', from: ['ordering', 'rectifying', 'rechecking'], to: 'ordering', basis: ['34.2'], by: [answerer, ...governments], needs: ['staffed'],
      asks: ['gradeReason', 'safety'],
      causes: words('立即交县（区）主管部门', 'It goes to the competent county department at once'),
      only: ({ matter }) => (matter.facts.grade === 'major' ? refuse('major-already', words('已是重大隐患', 'It is major already'), { remedy: words('请按要求整改、复查', 'Have it put right and checked') }) : undefined),
      then: c => {
        const { office, effects } = toDepartment(c.matter, c.matter.facts.kind, c.needs.staffed)
        return {
          holder: { office }, set: { ...nobodyNamed, grade: 'major', authority: office, rounds: null, contestedBy: null, rectifiedBy: null }, counts: { major: 1 },
          effects: [...effects, ...workRow(c.matter, c.matter.facts, 'withdrawn', false)],
        }
      },
    },
    order: {
      zh: '责令整改', en: 'Order it put right', from: ['ordering'], to: 'rectifying', basis: ['34.2'], primary: true, by: [holder('handler', 'lead', 'dispatcher')], needs: ['staffed'],
      asks: ['responsible', { fact: 'firm', where: 'responsible', is: 'firm' }, { fact: 'door', where: 'responsible', is: 'owner' }, { fact: 'office', where: 'responsible', is: 'office' }, 'item?', 'provision?', 'requirement'],
      causes: words('按等级确定整改期限，逾期逐级上报；村（社区）只整改自己职责内的', 'The limit goes by the grade, and lateness climbs; a community puts right only what is its own'),
      gives: givenBy,
      then: c => {
        const unfit = unfitOffice(c.input, c.matter.region, c.needs.staffed)
        if (unfit) return unfit
        const to = rectifier({ facts: c.facts, region: c.matter.region })
        if (to !== undefined && to === c.matter.facts.contestedBy) return fault('responsible', '该单位已提出异议并说明依据，请另行确定责任单位或由上级督办', 'That office objected with its ground: name another, or have it supervised from above')
        return {
          ...(to !== undefined && { holder: { office: to } }), counts: { ordered: 1 },
          // What an order before this one named is not this one’s.
          set: { ...nobodyNamed, ...c.input, putRightBy: putRightBy(c.facts, c.now, c.law), ...(c.facts.responsible === 'community' && { given: true }) },
          effects: [
            ...orderedRow(c.matter, c.facts, c.now, c.law),
            ...(to === undefined ? [] : [notify({ office: to }, words('有安全隐患须整改', 'A hazard is yours to put right'))]), toReporter('您上报的隐患已责令整改', 'The hazard you reported was ordered put right'),
          ],
        }
      },
    },
    contest: {
      zh: '提出不属本单位', en: 'Say it is not yours', from: ['rectifying'], to: 'ordering', basis: [], by: [answerer], asks: ['contestReason'],
      causes: words('回到督促整改单位另行确定；期限内提出，每个单位只能提一次（平台规则）', 'Back to who ordered it, to name another; in time, and once only for each office (a product rule)'),
      only: mayContest,
      then: c => ({
        holder: { office: authorityOf(c.matter) }, set: { ...nobodyNamed, contestedBy: rectifier(c.matter) ?? null, objectors: [...c.matter.facts.objectors ?? [], rectifier(c.matter) ?? ''] }, counts: { contested: 1 },
        effects: [...workRow(c.matter, c.matter.facts, 'disputed', false), toAuthority(c.matter, '责任单位提出异议，请另行确定', 'The office objects: name who answers for it')],
      }),
    },
    rectify: {
      zh: '登记整改', en: 'Say what was put right', from: ['rectifying'], to: 'rechecking', basis: ['34.2'], primary: true, by: [holder(), post('gridWorker'), post('committee')], asks: ['done', 'proof'],
      causes: words('由未参与整改的人复查', 'Somebody who had no part in it checks again'),
      only: ({ matter, actor }) => (rectifier(matter) === undefined || actor.office === matter.holder?.office ? undefined
        : refuse('not-theirs', words('由责任单位登记整改', 'The office that answers for it says what was put right'), { remedy: words('看到已整改的，请告知责任单位或复查人', 'Where you saw it put right, tell them or who checks') })),
      then: c => ({
        holder: { office: authorityOf(c.matter) }, set: { rectifiedBy: c.actor.account },
        effects: [
          ...workRow(c.matter, c.matter.facts, 'rechecking', true), toAuthority(c.matter, '隐患已整改，请复查', 'A hazard was put right; please check'),
          ...(rectifier(c.matter) === authorityOf(c.matter) ? [toTownship(c.matter.region, words('主管部门自行整改的隐患，请复查', 'A department put right what it ordered: please check'))] : []),
        ],
      }),
    },
    recheck: {
      zh: '复查', en: 'Check again', from: ['rechecking'], to: ['closed', 'rectifying'], basis: ['34.2'], primary: true,
      // Where the office that sees to it had to put it right itself, the township checks.
      by: [holder('handler', 'lead', 'dispatcher'), ...governments], asks: ['verdict', 'recheckNote'],
      only: notOwnWork,
      then: c => {
        if (c.input.verdict === 'passed') return { to: 'closed', counts: { putRight: 1 }, effects: [...workRow(c.matter, c.matter.facts, 'done', false), toReporter('您上报的隐患已整改并复查通过', 'The hazard you reported was put right and checked')] }
        const to = rectifier(c.matter)
        return {
          to: 'rectifying', ...(to !== undefined && { holder: { office: to } }), set: { rounds: (c.matter.facts.rounds ?? 0) + 1, rectifiedBy: null },
          effects: [...workRow(c.matter, c.matter.facts, 'rectifying', true), notify({ office: to ?? authorityOf(c.matter) }, words('复查未通过，须继续整改', 'Not yet put right; see what was found')), ...againAndAgain(c)],
        }
      },
    },
    ...overseen,
    escalate: {
      ...overseen.escalate,
      then: c => {
        const late = overseen.escalate.then(c)
        return c.matter.stage === 'found' && c.matter.facts.danger === true ? { ...late, effects: late.effects?.map(urgently) ?? [] } : late
      },
    },
  },
  documents: {
    order: {
      zh: '隐患整改通知书', en: 'Order to put a hazard right', basis: ['34.2'], from: ['order'], uses: ['what', 'grade', 'requirement', 'authority', 'place', 'responsible', 'putRightBy'], may: ['spot', 'firm', 'door', 'office', 'safety'],
      make: c => ({
        issuer: c.office(c.facts.authority ?? ''), title: '安全隐患整改通知书', day: c.day, signed: [{ by: c.office(c.facts.authority ?? ''), how: 'seal' }],
        to: addressed(c),
        body: [
          { p: `经查，${c.place(c.facts.place ?? '')}${c.facts.spot ?? ''}存在以下安全隐患：${c.facts.what ?? ''}` },
          { p: `核定为${grades[c.facts.grade ?? 'ordinary'].zh}隐患。依据第三十四条第二款，请于${dayInWords(c.facts.putRightBy ?? c.day)}前（含当日）整改到位：${c.facts.requirement ?? ''}` },
          ...(c.facts.safety === undefined ? [] : [{ p: `整改完成前的安全措施：${c.facts.safety}` }]),
        ],
      }),
    },
  },
  measures: {
    found: words('发现', 'Found'), graded: words('核定等级', 'Graded'), major: words('重大', 'Major'), dropped: words('不作为隐患', 'No hazard'), ordered: words('责令整改', 'Ordered'),
    contested: words('提出异议', 'Objected to'), putRight: words('整改完成', 'Put right'),
  },
  rates: { putRight: { ...words('整改完成率', 'Put right'), of: 'putRight', among: 'ordered' } },
  list: { columns: ['kind', 'grade', 'place', 'responsible'] },
  notCovered: [
    { basis: '34.3', why: words('大型活动和景区安全风险评估另有程序', 'Large events and scenic areas are assessed by a procedure of their own') },
    { basis: '34.5', why: words('对社会发布信息由信息发布程序办理', 'Informing the public is a matter for bulletins') },
    { basis: '34.2', why: words('行政处罚由部门依法办理；需要移送的用执法移送', 'Penalties are for departments under their own laws; refer what needs one') },
  ],
})
