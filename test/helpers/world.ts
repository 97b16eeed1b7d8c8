import { createHash } from 'node:crypto'
import { holidayYears } from '../../regulation/holidays.ts'
import { figure } from '../../regulation/rules.ts'
import { makeCalendar } from '../../kernel/calendar.ts'
import type { Law } from '../../kernel/clock.ts'
import { isMediation } from '../../kernel/office-kinds.ts'
import type { Giving, Known } from '../../kernel/gate.ts'
import { kindOfOffice, postKinds, system, type Actor, type PostKind } from '../../kernel/post.ts'
import { regionOfOffice } from '../../kernel/post.ts'
import { working } from '../../kernel/who.ts'
import { procedures } from '../../procedures/index.ts'
import type { Category } from '../../procedures/2-foundations/request/needs.ts'
import { makeDirectory } from '../../registers/directory.ts'
import type { LiveDirectory } from '../../registers/live-directory.ts'
import { gridRecorders } from '../../registers/grids/change.ts'
import { ballotRecorders } from '../../registers/ballots/record.ts'
import { rollRecorders } from '../../registers/rolls/record.ts'
import { makeGrids } from '../../registers/grids/shapes.ts'
import { ledgerRecorders } from '../../ledgers/serving.ts'
import { rightsRecorders } from '../../registers/rights.ts'
import { knownIn, registerRecorders } from '../../registers/serving.ts'
import type { UnitKind } from '../../registers/unit.ts'
import { loaders } from '../../server/loaders.ts'
import type { Database } from '../../store/database.ts'
import type { House } from '../../store/house.ts'
import { everTold } from '../../store/ever-told.ts'
import { keysFrom } from '../../store/seal.ts'

/** A small invented world: two counties, two townships, three villages, with somebody in every post. */
export const law: Law = { calendar: makeCalendar(holidayYears), figure }

export const regions: readonly (readonly [code: string, name: string, kind: UnitKind])[] = [
  ['6302', '海东市', 'city'], ['630202', '乐都区', 'district'], ['630203', '平安区', 'district'],
  ['630202001', '碾伯街道', 'street'], ['630202101', '雨润镇', 'town'],
  ['630202001001', '东关社区', 'residents'], ['630202001002', '西关社区', 'residents'], ['630202101201', '荒滩村', 'village'], ['630203001', '平安街道', 'street'], ['630203001001', '平安社区', 'residents'],
]

const kinds: { readonly [length: number]: readonly string[] } = {
  4: ['centre', 'lead', 'hotline', 'congress', 'audit', 'access'], 6: ['centre', 'lead', 'gov', 'justice', 'transport', 'urban-management', 'water', 'human-resources', 'natural-resources', 'finance', 'court', 'procuratorate', 'mediation', 'mediation-labour', 'audit', 'access'],
  9: ['centre', 'gov', 'justice-office', 'police-station', 'mediation'], 12: ['committee', 'supervisory', 'mediation'],
}

export const offices = regions.flatMap(([code]) => (kinds[code.length] ?? []).map(kind => `${code}/${kind}`))

/** A stable UUID for a name, so that tests can speak of people by name. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const person = (name: string, kind: PostKind, where: string): Actor => {
  const isOffice = where.includes('/')
  return {
    account: idOf(name), kind, clearance: postKinds[kind].clearance, region: isOffice ? regionOfOffice(where) : where,
    ...(kind !== 'resident' && { post: idOf(`post ${name}`) }), ...(isOffice && { office: where }),
  }
}

export const people = {
  resident: person('resident', 'resident', '630202001001'),
  neighbour: person('neighbour', 'resident', '630202001001'),
  stranger: person('stranger', 'resident', '630203001001'),
  gridWorker: person('gridWorker', 'gridWorker', '630202001001/committee'),
  otherGridWorker: person('otherGridWorker', 'gridWorker', '630202001002/committee'),
  committee: person('committee', 'committee', '630202001001/committee'),
  westCommittee: person('westCommittee', 'committee', '630202001002/committee'),
  dispatcher: person('dispatcher', 'dispatcher', '630202001/centre'),
  otherDispatcher: person('otherDispatcher', 'dispatcher', '630202101/centre'),
  handler: person('handler', 'handler', '630202001/gov'),
  colleague: person('colleague', 'handler', '630202001/gov'),
  townLead: person('townLead', 'lead', '630202001/gov'),
  countyDispatcher: person('countyDispatcher', 'dispatcher', '630202/centre'),
  transport: person('transport', 'handler', '630202/transport'),
  roads: person('roads', 'handler', '630202/transport'),
  urban: person('urban', 'handler', '630202/urban-management'),
  water: person('water', 'handler', '630202/water'),
  countyLead: person('countyLead', 'lead', '630202/lead'),
  otherCountyDispatcher: person('otherCountyDispatcher', 'dispatcher', '630203/centre'),
  cityDispatcher: person('cityDispatcher', 'dispatcher', '6302/centre'),
  cityLead: person('cityLead', 'lead', '6302/lead'),
  hotline: person('hotline', 'hotline', '6302/hotline'),
  countyClerk: person('countyClerk', 'handler', '630202/gov'),
  justice: person('justice', 'handler', '630202/justice'),
  deputy: person('deputy', 'deputy', '630202/lead'),
  auditor: person('auditor', 'auditor', '630202/audit'),
  systemAdmin: person('systemAdmin', 'systemAdmin', '630202/access'),
  securityAdmin: person('securityAdmin', 'securityAdmin', '630202/access'),
  villager: person('villager', 'resident', '630202101201'),
  otherVillager: person('otherVillager', 'resident', '630202101201'),
  villageCommittee: person('villageCommittee', 'committee', '630202101201/committee'),
  villageClerk: person('villageClerk', 'committee', '630202101201/committee'),
  villageWorker: person('villageWorker', 'gridWorker', '630202101201/committee'),
  supervisor: person('supervisor', 'handler', '630202101201/supervisory'),
  ruralLead: person('ruralLead', 'lead', '630202101/gov'),
  ruralClerk: person('ruralClerk', 'handler', '630202101/gov'),
  mediator: person('mediator', 'mediator', '630202001/mediation'),
  otherMediator: person('otherMediator', 'mediator', '630202001/mediation'),
  villageMediator: person('villageMediator', 'mediator', '630202101201/mediation'),
  labourMediator: person('labourMediator', 'mediator', '630202/mediation-labour'),
  judge: person('judge', 'handler', '630202/court'),
  prosecutor: person('prosecutor', 'handler', '630202/procuratorate'),
  police: person('police', 'handler', '630202001/police-station'),
  justiceOffice: person('justiceOffice', 'handler', '630202001/justice-office'),
  otherJustice: person('otherJustice', 'handler', '630202/justice'),
  finance: person('finance', 'handler', '630202/finance'),
  labourBureau: person('labourBureau', 'handler', '630202/human-resources'),
  landBureau: person('landBureau', 'handler', '630202/natural-resources'),
  citySystemAdmin: person('citySystemAdmin', 'systemAdmin', '6302/access'),
  citySecurityAdmin: person('citySecurityAdmin', 'securityAdmin', '6302/access'),
} as const satisfies Record<string, Actor>

export type Name = keyof typeof people

/** The offices in which somebody could accept what is dispatched there. */
export const staffed: readonly string[] = [...new Set(Object.values<Actor>(people).filter(one => working.some(kind => kind === one.kind)).flatMap(one => one.office ?? []))]

/** Who mediates for a body of this world: the mediators of a committee, of any other body whoever works there. Nobody lives with anybody. */
export const mediatorsOf = (office: string): readonly { readonly account: string; readonly place: string; readonly fields: readonly string[]; readonly open: number; readonly kin: boolean }[] =>
  Object.values<Actor>(people).filter(one => one.office === office && (isMediation(kindOfOffice(office)) ? one.kind === 'mediator' : working.some(kind => kind === one.kind)))
    .map(({ account, region }) => ({ account, place: region, fields: [], open: 0, kin: false }))

const quick = { kind: 'default' as const, words: { zh: '测试', en: 'test' }, confirmed: true }
export const categories: { readonly [code: string]: Category } = {
  'road-damage': { code: 'road-damage', zh: '道路破损', en: 'Road damage', community: false, limit: { period: { amount: 7, unit: 'workingDays' }, source: quick } },
  waste: { code: 'waste', zh: '垃圾', en: 'Waste', community: false, limit: { period: { amount: 8, unit: 'workingHours' }, source: quick } },
  neighbours: { code: 'neighbours', zh: '邻里', en: 'Neighbours', community: true },
}

/** What this world's registers say of work that is given: no county has lists yet, so a category says whose affair a report is. */
export const knownOf = ({ category }: Giving): Known => ({ listed: false, own: categories[category ?? '']?.community === true, running: [], held: [] })

export const fillWorld = (database: Database): Promise<void> =>
  database.scoped(system, async tx => {
    const rows = (list: readonly unknown[]) => [JSON.stringify(list)]
    await tx.query(
      `insert into region (code, listed, name, kind, pinyin, since) select code, name, name, kind, name, '2023-06-30' from jsonb_to_recordset($1::jsonb) as r(code text, name text, kind text) order by code`,
      rows(regions.map(([code, name, kind]) => ({ code, name, kind }))))
    await tx.query(`insert into office (code, zh, en, since) select value, value, value, '2023-02-01' from jsonb_array_elements_text($1::jsonb)`, rows(offices))
    await tx.query(
      `insert into account (id, name, pinyin, created, invented) select account, name, name, '2023-02-01', true from jsonb_to_recordset($1::jsonb) as r(account uuid, name text)`,
      rows(Object.entries(people).map(([name, { account }]) => ({ account, name }))))
    await tx.query(
      `insert into post (id, account, kind, office, region, clearance, since) select post, account, kind, office, region, clearance, '2023-02-01'
       from jsonb_to_recordset($1::jsonb) as r(post uuid, account uuid, kind text, office text, region text, clearance text) where post is not null`, rows(Object.values(people)))
  })

/** The reference data of this world, in memory. No routing: whoever dispatches names any office. */
const directory: LiveDirectory = {
  now: makeDirectory({
    regions: regions.map(([code, name, kind]) => ({ code, listed: name, name, kind, pinyin: name })),
    offices: offices.map(code => ({ code, zh: code, en: code })), groups: [{ code: 'usual', zh: '常见', en: 'Usual' }],
    categories: Object.values(categories).map(category => ({ ...category, group: 'usual' })), routes: [],
  }),
  grids: makeGrids([]),
  refresh: () => Promise.resolve(false),
}

/** The secret of this world: every key derives from it. */
export const secret = 'a secret for tests only, of more than thirty-two characters'

/** The house as the server puts it together, over this world's reference data: tests run the loaders and recorders that ship. */
export const houseOver = (database: Database): House => {
  const house: House = {
    database, law, keys: keysFrom(secret), procedures, loaders: { ...loaders(directory), 'ever-told': everTold(() => house) }, recorders: { ...registerRecorders, ...rightsRecorders(() => house), ...gridRecorders(() => house), ...rollRecorders(() => house), ...ballotRecorders(() => house), ...ledgerRecorders(() => house) }, known: knownIn(directory),
  }
  return house
}
