import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GivenTask } from '../../registers/burden/lists.ts'
import { taskView } from './burden.ts'
import type { Names } from './place.ts'

const names = { language: 'zh', directory: { region: () => undefined, office: () => undefined } } as unknown as Names
const task: GivenTask = {
  matter: 'm', number: 'n', community: '630202001001', issuer: '630202001/gov', kind: 'assist', form: 'task', title: '', since: '2026-06-01', until: '2026-06-30',
  minutes: 0, fields: 0, promised: 0, delivered: 0, state: 'disputed', open: true,
}
const says = (more: Partial<GivenTask>): string => taskView({ ...task, ...more }, names).state.zh

test('a state is told in the words of the procedure in which the work runs', () => {
  assert.equal(says({}), '有异议，待县（区）裁定')
  assert.equal(says({ form: 'rectification', kind: 'own' }), '有异议，待决定')
  assert.equal(says({ form: 'rectification', kind: 'own', state: 'answering' }), '待村（社区）答复')
  assert.equal(says({ community: '630202001', kind: 'own', state: 'answering' }), '乡镇（街道）有异议，待发文单位答复')
  assert.equal(says({ kind: 'outside', state: 'disowned' }), '单位否认')
})

test('what an inspection found is done, or fell', () => {
  assert.deepEqual([says({ form: 'rectification', state: 'done' }), says({ form: 'rectification', state: 'withdrawn' }), says({ form: 'rectification', state: 'raised' }), says({ form: 'rectification', state: 'handedOn' })], ['已完成', '问题已撤销', '待上级决定', '转由其他单位或程序处理'])
})
