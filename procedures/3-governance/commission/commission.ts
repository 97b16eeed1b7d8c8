import { procedure, within } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { commissionFacts } from './issue/facts.ts'
import { proposing } from './issue/propose.ts'
import { running } from './issue/running.ts'

/**
 * 委托协助: an office asks communities (or townships) to do something, only by citing an item of the list in force and with the conditions it
 * promises (Art. 7, 23.2, 23.3). The gate judges it before anything arrives; its hours are shown before approval and to everyone after.
 */
export const commission = procedure('commission', {
  title: words('委托协助', 'Commission'),
  since: '2023-02-01',
  basis: ['7.1', '7.2', '23.2', '23.3', '24.2'],
  facts: commissionFacts,
  heading: 'title',
  place: 'area',
  stages: {
    approving: { zh: '待审批', en: 'To be approved', due: within('gate.approval', 'dropped') },
    running: { zh: '进行中', en: 'Running', published: true, waits: words('到结束日期自动结束', 'It ends by itself on its last day') },
    summing: { zh: '已结束，待小结', en: 'Over, to be summed up', published: true, due: within('gate.summary', 'closeBySilence') },
    closed: { zh: '已办结', en: 'Closed', final: true, published: true },
    notGiven: { zh: '未下达', en: 'Not given', final: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true, published: true },
  },
  steps: { ...proposing, ...running },
  measures: {
    proposed: words('提出', 'Proposed'), given: words('下达', 'Given'), emergencies: words('应急下达', 'Given in an emergency'), recorded: words('登记落实条件', 'Conditions recorded'),
    withdrawn: words('撤回', 'Withdrawn'), closed: words('办结', 'Closed'), unsummed: words('未作小结', 'Without a summary'),
  },
  rates: { withdrawnRate: { ...words('撤回率', 'Withdrawn'), of: 'withdrawn', among: 'given' } },
  list: { columns: ['manner', 'until', 'hours'] },
  notCovered: [{ basis: '23.1', why: words('清单的制定和调整由事项清单程序办理', 'Making and changing the lists is for the procedure of the lists') }],
})
