import type { Item } from '../../kernel/gate.ts'
import type { ListItem } from '../../procedures/3-governance/lists/items.ts'
import type { Database } from '../../store/database.ts'
import { randomUUID } from 'node:crypto'

/** Items of lists for tests: one of each kind. */
export const own: ListItem = { code: 'own-01', kind: 'own', name: '调解邻里纠纷', basis: '村民委员会组织法', office: 'committee', part: '受理、调解、回访', minutes: 60, categories: 'neighbours' }
export const relief: ListItem = {
  code: 'zz-01', kind: 'assist', name: '社会救助对象入户核查', basis: '社会救助暂行办法', office: 'civil-affairs', part: '陪同入户、反映情况', conditions: '人员、经费', minutes: 120, seasonFrom: '03-01', seasonTo: '10-31',
}
export const count: ListItem = { code: 'wt-01', kind: 'entrust', name: '经济普查入户登记', basis: '全国经济普查条例', office: 'development-reform', part: '入户登记', conditions: '经费、培训', minutes: 90 }

export const first: readonly ListItem[] = [own, relief, count]

/** What a draft of a county’s lists gives. */
export const draft = { county: '630202', title: '乐都区事项清单（2026 年版）', since: '2026-09-01', items: first }

/** Puts a county's lists in force, as their procedure would, from a day on. */
export const listsInForce = async (database: Database, county: string, items: readonly (Pick<Item, 'code' | 'kind' | 'name' | 'office'> & { readonly conditions?: readonly string[] })[], since = '2026-01-01'): Promise<void> => {
  const version = randomUUID()
  await database.owner(async tx => {
    await tx.query('insert into work_list (county, version, since) values ($1, $2::uuid, $3::date)', [county, version, since])
    for (const [place, { code, kind, name, office, conditions = [] }] of items.entries()) {
      await tx.query(
        `insert into work_item (county, version, code, place, kind, name, basis, office, part, conditions, minutes, categories)
         values ($1, $2::uuid, $3, $4::integer, $5, $6, '试行办法', $7, '协助', $8::text[], 30, '{}')`, [county, version, code, place, kind, name, office, `{${conditions.join(',')}}`])
    }
  })
}
