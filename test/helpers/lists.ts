import type { ListItem } from '../../procedures/3-governance/lists/items.ts'

/** Items of lists for tests: one of each kind. */
export const own: ListItem = { code: 'own-01', kind: 'own', name: '调解邻里纠纷', basis: '村民委员会组织法', office: 'committee', part: '受理、调解、回访', minutes: 60, categories: 'neighbours' }
export const relief: ListItem = {
  code: 'zz-01', kind: 'assist', name: '社会救助对象入户核查', basis: '社会救助暂行办法', office: 'civil-affairs', part: '陪同入户、反映情况', conditions: '人员、经费', minutes: 120, seasonFrom: '03-01', seasonTo: '10-31',
}
export const count: ListItem = { code: 'wt-01', kind: 'entrust', name: '经济普查入户登记', basis: '全国经济普查条例', office: 'development-reform', part: '入户登记', conditions: '经费、培训', minutes: 90 }

export const first: readonly ListItem[] = [own, relief, count]

/** What a draft of a county’s lists gives. */
export const draft = { county: '630202', title: '乐都区事项清单（2026 年版）', since: '2026-09-01', items: first }
