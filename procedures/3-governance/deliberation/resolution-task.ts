import { legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { day, files, matterRef, region, text, yesNo } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure } from '../../../kernel/procedure.ts'
import { faultAt, refuse } from '../../../kernel/refusal.ts'
import { post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { endTooFar, untilDay } from '../../usual/end-date.ts'
import type { MatterAt } from './needs.ts'

const nobody = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  of: matterRef({ zh: '落实的决议', en: 'The resolution', class: 'public', search: 'exact' }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  what: text({ zh: '做什么', en: 'What is done', class: 'public', min: 2, max: 200, search: 'words' }),
  responsible: text({ zh: '由谁负责', en: 'Who answers for it', class: 'public', min: 2, max: 60 }),
  until: day({ zh: '完成日期', en: 'Done by', class: 'public' }),
  progress: text({ zh: '进展', en: 'Progress', class: 'public', min: 2, max: 500, lines: 2, hint: nobody }),
  report: text({ zh: '完成情况', en: 'What was done', class: 'public', min: 4, max: 1000, lines: 3, hint: nobody }),
  proof: files({ zh: '完成照片、材料', en: 'Photos and papers', class: 'public', accept: 'any', max: 6 }),
  reason: text({ zh: '理由', en: 'Reason', class: 'public', min: 4, max: 300, lines: 2, hint: nobody }),
  late: yesNo({ zh: '已过完成日期', en: 'Late', class: 'public', search: 'exact' }),
}

const theDay = words('决议任务载明的完成日期', 'the day that the task states')
const theirs = [post('committee', 'village')]
const toSupervisors = (matter: Pick<Matter, 'region'>, zh: string, en: string): Effect => notify({ office: officeCode(matter.region, 'supervisory') }, words(zh, en))

/** Where a resolution is being carried out. */
const carriedOut: ReadonlySet<string> = new Set(['carryingOut', 'reported'])

/**
 * 决议任务: what a village set itself by a resolution of its own (Art. 25.1), with who answers for it and by when. Nobody gives it: only the committee of that village, out
 * of a resolution of that village in force, opens one, and it stays there. Work of offices comes through the gate of Art. 23 and no other way.
 */
export const resolutionTask = procedure('resolution-task', {
  title: words('决议任务', 'Task of a resolution'),
  since: '2023-02-01',
  basis: ['25.1'],
  facts,
  heading: 'what',
  place: 'village',
  needs: { of: need<MatterAt>('deliberation-at', c => ({ matter: c.facts['of'] ?? null })) },
  stages: {
    doing: { zh: '落实中', en: 'Under way', published: true, due: { then: 'overdue', limit: c => untilDay(c.facts.until ?? '', c.now, theDay) } },
    done: { zh: '已完成', en: 'Done', final: true, published: true },
    dropped: { zh: '已取消', en: 'Dropped', final: true, published: true },
  },
  steps: {
    set: {
      zh: '列入任务', en: 'Set a task', opens: 'doing', basis: ['25.1'], by: theirs, asks: ['of', 'village', 'what', 'responsible', 'until'], needs: ['of'],
      then: c => {
        const { of } = c.needs
        if (of?.procedure !== 'deliberation' || of.region !== c.matter.region || !carriedOut.has(of.stage)) {
          return refuse('no-resolution', words('任务须出自本村（社区）正在落实的决议', 'A task comes of a resolution of this village that is being carried out'), { basis: ['23.3', '25.1'], remedy: words('需要村（社区）协助的工作，按清单事项下达', 'What an office wants of a village goes by the lists') })
        }
        if (c.actor.office !== officeCode(c.matter.region, 'committee')) return faultAt('village', '只能为本村（社区）列入任务', 'Only for your own village')
        return endTooFar({ until: c.input.until ?? '', now: c.now, law: c.law, from: legalDay(c.now), longest: 'deliberation.longest-task' }) ?? {
          holder: { office: officeCode(c.matter.region, 'committee') }, parties: [{ role: 'supervisor', office: officeCode(c.matter.region, 'supervisory') }], links: [{ kind: 'carries', matter: c.input.of ?? '' }], counts: { set: 1 },
        }
      },
    },
    note: { zh: '记录进展', en: 'Note progress', from: ['doing'], basis: ['25.1'], by: theirs, asks: ['progress', 'proof?'] },
    finish: {
      zh: '完成', en: 'Done', from: ['doing'], to: 'done', basis: ['25.1'], primary: true, by: theirs, asks: ['report', 'proof?'],
      causes: words('完成情况公开', 'What was done is published'),
      then: c => ({ counts: { done: 1, ...(c.matter.facts.late !== true && { inTime: 1 }) }, effects: [toSupervisors(c.matter, '决议任务已完成', 'A task of a resolution is done')] }),
    },
    extend: {
      zh: '延期', en: 'Give it more time', from: ['doing'], to: 'doing', basis: ['25.1'], by: theirs, asks: ['until', 'reason'],
      causes: words('新的日期和理由公开；曾经逾期的仍然显示', 'The new day and the reason are public; that it was late still shows'),
      then: c => endTooFar({ until: c.input.until ?? '', now: c.now, law: c.law, from: legalDay(c.now), longest: 'deliberation.longest-task' }) ?? { clocks: [{ clock: 'again', end: true }], effects: [toSupervisors(c.matter, '决议任务延期', 'A task of a resolution was given more time')] },
    },
    drop: {
      zh: '取消', en: 'Drop it', from: ['doing'], to: 'dropped', basis: [], by: theirs, asks: ['reason'],
      then: c => ({ counts: { dropped: 1 }, effects: [toSupervisors(c.matter, '决议任务被取消，理由见详情', 'A task of a resolution was dropped; the reason stands in it')] }),
    },
    fall: { zh: '决议被撤销', en: 'The resolution was annulled', from: ['doing'], to: 'dropped', basis: [], by: [thePlatform] },
    overdue: {
      zh: '已过完成日期', en: 'Past its day', from: ['doing'], basis: ['25.1'], by: [theClock],
      then: c => ({
        set: { late: true }, ...(c.matter.facts.late !== true && { counts: { late: 1 } }), clocks: [{ clock: 'again', start: 'deliberation.task-remind', then: 'overdue' }],
        effects: [notify({ office: officeCode(c.matter.region, 'committee') }, words('决议任务已过完成日期', 'A task of a resolution is late')), toSupervisors(c.matter, '决议任务已过完成日期，请督促', 'A task of a resolution is late: please see to it')],
      }),
    },
  },
  measures: { set: words('任务', 'Tasks'), done: words('完成', 'Done'), inTime: words('按期完成', 'Done in time'), late: words('逾期', 'Late'), dropped: words('取消', 'Dropped') },
  rates: { doneRate: { ...words('完成率', 'Done'), of: 'done', among: 'set' }, inTimeRate: { ...words('按期率', 'In time'), of: 'inTime', among: 'done' } },
  list: { columns: ['village', 'responsible', 'until', 'late'] },
  notCovered: [{ basis: '23.3', why: words('政府部门的工作不由此下达', 'No office’s work is given this way') }],
})
