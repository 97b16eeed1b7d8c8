import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { DemoPerson } from '../../../server/wire.ts'
import { get } from './act.ts'

/** The demo's one-click people as the sign-in page names them, and the door each comes in by. */
export const people = {
  resident: { door: 'home', zh: '居民', en: 'Resident' },
  gridWorker: { door: 'field', zh: '网格员', en: 'Grid worker' },
  committee: { door: 'desk', zh: '村民委员会', en: 'Village committee' },
  dispatcher: { door: 'desk', zh: '乡镇分派员', en: 'Township dispatcher' },
  handler: { door: 'desk', zh: '乡镇承办人', en: 'Township handler' },
  department: { door: 'desk', zh: '县区部门', en: 'County department' },
  countyLead: { door: 'desk', zh: '县区负责人', en: 'County lead' },
  cityLead: { door: 'desk', zh: '市负责人', en: 'City lead' },
  deputy: { door: 'desk', zh: '人大代表', en: 'Deputy' },
  auditor: { door: 'desk', zh: '审计员', en: 'Auditor' },
  systemAdmin: { door: 'desk', zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { door: 'desk', zh: '安全管理员', en: 'Security administrator' },
  mediator: { door: 'desk', zh: '调解员', en: 'Mediator' },
  judge: { door: 'desk', zh: '法官', en: 'Judge' },
  respondent: { door: 'home', zh: '纠纷另一方', en: 'Other side of a dispute' },
} as const

export type Who = keyof typeof people
export type Door = (typeof people)[Who]['door']

const signInPage = { home: '/sign-in', field: '/field/sign-in', desk: '/desk/' } as const satisfies Record<Door, string>
const first = { home: /什么事|matter\?/, field: /^(今天|Today)$/, desk: /^(待办|To do)$/ } as const satisfies Record<Door, RegExp>

/** Picks somebody on the sign-in page that is open. */
export const pick = async (page: Page, who: Who): Promise<void> => {
  const { zh, en } = people[who]
  await page.getByRole('button', { name: new RegExp(`^(${zh}|${en})`) }).click()
}

/** Signs in through the page itself and waits for the first page of the door. */
export const signIn = async (page: Page, who: Who): Promise<void> => {
  const { door } = people[who]
  await page.goto(signInPage[door])
  await pick(page, who)
  await page.getByRole('heading', { level: 1, name: first[door] }).waitFor()
}

/** Signs in beneath the pages, as whoever bears that title in Chinese. */
export const signInBeneath = async (page: Page, title: string): Promise<void> => {
  const everybody = await get<readonly DemoPerson[]>(page, '/api/demo/people')
  const person = everybody.find(one => one.title.zh === title)?.id ?? assert.fail(`nobody is ${title}`)
  const reply = await page.request.post('/api/demo/sign-in', { data: { person }, headers: { 'X-Requested-With': 'shanzhi' } })
  assert.ok(reply.ok(), await reply.text())
}
