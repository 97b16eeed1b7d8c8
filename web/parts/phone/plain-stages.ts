import { words, type Words } from '../../../kernel/words.ts'
import type { request } from '../../../procedures/2-foundations/request.ts'
import { stageOf } from '../stages.ts'

/** A stage as whoever waits for it reads it: when it is over, now, and still to come. */
export type PlainStage = { readonly past: Words; readonly now: Words; readonly ahead: Words }

const plain = (past: Words, now: Words, ahead: Words): PlainStage => ({ past, now, ahead })

const ofRequest = {
  triage: plain(words('已收到', 'Received'), words('已收到，等待分派到单位', 'Received; waiting to be sent to an office'), words('分派到单位', 'Sent to an office')),
  accepting: plain(words('已分派到单位', 'Sent to an office'), words('已分派，等待单位受理', 'Sent to an office, which is to accept it'), words('单位受理', 'The office accepts it')),
  ruling: plain(words('上级已定由谁办理', 'Settled who handles it'), words('由谁办理有不同意见，上级正在裁定', 'Offices disagree; the level above decides who handles it'), words('上级裁定由谁办理', 'The level above decides')),
  handling: plain(words('已办理', 'Handled'), words('正在办理', 'Being handled'), words('办理', 'Handling')),
  joined: plain(words('与同类事项一并办理', 'Handled with a like one'), words('正与同类事项一并办理', 'Being handled together with a like one'), words('一并办理', 'Handled together')),
  verifying: plain(words('已到现场核实', 'Looked at on the spot'), words('已办理，村（社区）正在现场核实', 'Handled; the village is looking at it'), words('村（社区）现场核实', 'The village looks at it')),
  confirming: plain(words('请反映人确认', 'The reporter was asked'), words('已处理，等反映人确认', 'Handled; waiting for the reporter to confirm'), words('反映人确认', 'The reporter confirms')),
  closed: plain(words('已办结', 'Closed'), words('已办结，等反映人评价', 'Closed; waiting for the reporter’s rating'), words('办结、评价', 'Closed and rated')),
  revisiting: plain(words('已回访', 'Revisited'), words('评价较低，正在回访', 'Rated low; somebody will get in touch'), words('回访', 'Revisit')),
  finished: plain(words('已归档', 'Finished'), words('已归档', 'Finished'), words('归档', 'Finished')),
  withdrawn: plain(words('已撤回', 'Withdrawn'), words('已撤回', 'Withdrawn'), words('撤回', 'Withdrawn')),
} satisfies Record<keyof (typeof request)['stages'], PlainStage>

const known: Readonly<Record<string, Readonly<Record<string, PlainStage>>>> = { request: ofRequest }

export const plainStage = (procedure: string, stage: string): PlainStage => {
  const declared = stageOf(procedure, stage)
  return known[procedure]?.[stage] ?? plain(declared, declared, declared)
}
