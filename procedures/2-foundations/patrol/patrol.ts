import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { choice, day, files, region, rows, text, whole, yesNo } from '../../../kernel/facts.ts'
import { procedure, within } from '../../../kernel/procedure.ts'
import { faulty, refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Limit } from '../../../kernel/clock.ts'
import { untilDay } from '../../usual/end-date.ts'
import { ofTownship, toGridWorkers, toTownship, townshipOf } from '../../usual/field-work.ts'
import { findingFaults, findingRows, followUps } from '../../usual/findings.ts'
import { doneDay, everyDays, missedTold, planEnd, remindAgain } from '../../usual/rounds.ts'

const states = {
  ok: { zh: '正常', en: 'In order' },
  found: { zh: '发现问题', en: 'Something was found' },
  skipped: { zh: '未到', en: 'Not reached' },
} as const

const checkpoint = {
  name: text({ zh: '巡查点', en: 'Checkpoint', min: 2, max: 60 }),
  look: text({ zh: '看什么', en: 'What is looked at', min: 2, max: 200 }),
}

const result = {
  no: whole({ zh: '第几点', en: 'Checkpoint', min: 1, max: 30 }),
  state: choice(states, { zh: '情况', en: 'How it was' }),
  note: text({ zh: '说明', en: 'Note', max: 200 }),
}

const facts = {
  place: region({ zh: '村（社区）或网格', en: 'Village or grid', class: 'public', search: 'exact' }),
  title: text({ zh: '巡查名称', en: 'Name of the round', min: 4, max: 80, search: 'words' }),
  team: text({ zh: '由谁巡查', en: 'Who walks it', max: 120, hint: words('写队伍或岗位，不写姓名，如：社区专职巡防人员、志愿者队伍', 'Team or post, nobody’s name'), basis: ['17.2'] }),
  every: whole({ zh: '每隔', en: 'Every', min: 1, max: 90, unit: words('天', 'days') }),
  until: day({ zh: '止于', en: 'Until' }),
  checkpoints: rows(checkpoint, { zh: '巡查点', en: 'Checkpoints', max: 30, hint: words('看场所和设施，不看人', 'Places and things, never people') }),
  walkedOn: day({ zh: '巡查日期', en: 'Walked on' }),
  results: rows(result, { zh: '各点情况', en: 'At each checkpoint', max: 30, optional: ['note'] }),
  findings: findingRows,
  photos: files({ zh: '照片', en: 'Photos', max: 6, hint: words('最多六张，不拍人脸', 'Six at most; no faces') }),
  missed: yesNo({ zh: '已过巡查日期', en: 'Past its day', class: 'public', ofStage: true }),
  reason: text({ zh: '理由', en: 'Reason', min: 4, max: 300, lines: 2 }),
}

type Told = { readonly no?: number; readonly state?: keyof typeof states }

/** Each checkpoint is told once; where something was found, it is said what. */
const resultFaults = (results: readonly Told[], size: number, found: number): Refusal | undefined => {
  const strange = results.flatMap(({ no = 0 }, row): readonly Fault[] => (no > size || results.findIndex(one => one.no === no) < row ? [{ fact: 'results', row, column: 'no', why: words(`共 ${size} 个巡查点，每点填一次`, `There are ${size} checkpoints, each told once`) }] : []))
  if (strange.length > 0) return faulty(strange)
  if (results.length < size) return faulty([{ fact: 'results', why: words(`共 ${size} 个巡查点，未到的请填“未到”`, `There are ${size} checkpoints; say which were not reached`) }])
  return results.some(one => one.state === 'found') && found === 0 ? faulty([{ fact: 'findings', why: words('请填写发现的问题', 'Say what was found') }]) : undefined
}

/** A round counts from the last; an end is an end. */
const next = (every: number | undefined): Limit => everyDays(every ?? 1, words('巡查安排的间隔', 'the interval of the round'))

/** It runs until its end, and who walks hears of it. */
const running = (region: string, until: string, now: Date) => ({
  clocks: [{ clock: 'end', start: untilDay(until, now, words('巡查安排的期限', 'the end of the round’s plan')), then: 'expire' }],
  effects: [...toGridWorkers(region, words('有新的巡查安排', 'A round was planned')), toTownship(region, words('有新的巡查安排', 'A round was planned'))],
})

/**
 * 巡查: a round of checkpoints walked again and again by workers, teams and volunteers (Art. 17.1, 17.2, 21.4). What was found at each is typed once and
 * starts requests and hazards. A worker’s own is approved by the township, for rounds may be paid. The day alone is kept: no route taken, no time at a checkpoint, nobody’s position.
 */
export const patrol = procedure('patrol', {
  title: words('日常巡查', 'Patrol'),
  since: '2023-02-01',
  basis: ['17.1', '17.2', '21.4'],
  facts,
  heading: 'title',
  place: 'place',
  stages: {
    proposed: { zh: '待乡镇（街道）核定', en: 'For the township to approve', due: within('patrol.approve', 'remind') },
    due: { zh: '待巡查', en: 'To walk', due: { then: 'miss', limit: c => next(c.facts.every) } },
    over: { zh: '已结束', en: 'Over', final: true },
  },
  steps: {
    plan: {
      zh: '安排巡查', en: 'Plan a round', opens: 'proposed', to: ['due'], basis: ['17.1', '21.4'], by: [post('gridWorker'), ...ofTownship], asks: ['place', 'title', 'team?', 'every', 'until', 'checkpoints'],
      causes: words('网格员提出的由乡镇（街道）核定；按间隔提醒，漏巡提醒网格员和乡镇（街道），不计入个人', 'A worker’s own is approved by the township. Told when due; a missed round is told to workers and the township, and counts against nobody'),
      then: c => {
        const { until = '' } = c.input
        const late = planEnd(until, c.now, c.law)
        if (late) return late
        const holder = { office: townshipOf(c.matter.region) }
        return c.actor.kind === 'gridWorker'
          ? { holder, parties: [{ role: 'maker', account: c.actor.account }], effects: [toTownship(c.matter.region, words('有巡查安排待核定', 'A round awaits approval'))] }
          : { to: 'due', holder, ...running(c.matter.region, until, c.now) }
      },
    },
    approve: {
      zh: '核定', en: 'Approve', from: ['proposed'], to: 'due', basis: ['21.2'], primary: true, by: ofTownship,
      then: c => {
        const { until = '' } = c.matter.facts
        return until < legalDay(c.now) ? refuse('too-late', words('安排的期限已过', 'The round’s plan has run out'), { remedy: words('请不予核定，重新安排', 'Decline it, and plan anew') }) : running(c.matter.region, until, c.now)
      },
    },
    decline: {
      zh: '不予核定', en: 'Decline', from: ['proposed'], to: 'over', basis: ['21.2'], by: ofTownship, asks: ['reason'],
      then: () => ({ effects: [notify({ party: 'maker' }, words('巡查安排未予核定，理由见详情', 'Your round was declined; the reason stands in it'))] }),
    },
    remind: {
      zh: '逾期未核定，提醒', en: 'Not approved in time', from: ['proposed'], basis: [], by: [theClock],
      then: c => ({ clocks: [remindAgain('remind')], effects: [toTownship(c.matter.region, words('巡查安排逾期未核定', 'A round is not approved in time'))] }),
    },
    walk: {
      zh: '登记巡查', en: 'Record a round', from: ['due'], to: 'due', basis: ['17.1', '21.4'], primary: true, by: [post('gridWorker'), post('committee')], asks: ['walkedOn', 'results', 'findings?', 'photos?'],
      causes: words('填一次：发现的问题自动转为诉求或隐患', 'Typed once: what was found becomes a request or a hazard'),
      then: c => {
        const { walkedOn = '', results = [], findings = [] } = c.input
        return doneDay('walkedOn', walkedOn, c) ?? resultFaults(results, c.matter.facts.checkpoints?.length ?? 0, findings.length) ?? findingFaults(findings) ?? {
          set: { ...(c.input.findings === undefined && { findings: null }) }, counts: { walked: 1, found: findings.length }, clocks: [{ clock: 'again', end: true }],
          effects: followUps(findings, { place: c.matter.region, source: 'patrol', link: 'patrol' }),
        }
      },
    },
    miss: {
      zh: '已过巡查日期，提醒', en: 'Past its day', from: ['due'], basis: [], by: [theClock],
      then: c => ({ set: { missed: true }, clocks: [remindAgain('miss')], effects: missedTold(c.matter.region, words('有巡查已过日期', 'A round is past its day')) }),
    },
    change: {
      zh: '调整巡查', en: 'Change the round', from: ['due'], to: 'due', basis: ['17.1'], by: ofTownship, asks: ['every', 'checkpoints', 'team?', 'reason'],
      then: c => ({ clocks: [{ clock: 'again', end: true }], effects: toGridWorkers(c.matter.region, words('巡查安排有调整', 'A round was changed')) }),
    },
    end: { zh: '结束巡查', en: 'End it', from: ['due'], to: 'over', basis: ['17.1'], by: ofTownship, asks: ['reason'], then: c => ({ effects: toGridWorkers(c.matter.region, words('巡查安排已结束', 'A round ended')) }) },
    expire: { zh: '到期结束', en: 'It runs out', from: ['due'], to: 'over', basis: [], by: [theClock], then: c => ({ effects: [toTownship(c.matter.region, words('巡查安排已到期，需要的请重新安排', 'A round ran out; plan anew where needed'))] }) },
  },
  measures: { walked: words('巡查', 'Rounds walked'), found: words('发现问题', 'Things found') },
  list: { columns: ['place', 'missed'] },
  notCovered: [
    { basis: '17.2', why: words('联防队伍名册、培训另有台账', 'Rosters and training of teams are a register of their own') },
    { basis: '17.3', why: words('法治宣传另有程序', 'Law talks are a procedure of their own') },
    { basis: '21.4', why: words('不记录巡查轨迹、到点时间和位置', 'No route, no time at a checkpoint, no position is kept') },
  ],
})
