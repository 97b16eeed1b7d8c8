import type { Citation } from '../regulation/citation.ts'
import { words, type Words } from './words.ts'

/** The rules of the gate by their codes, in a few words for lists of refused attempts; what was said to the issuer names the item besides. */
export const gateRules: { readonly [code: string]: Words & { readonly basis: readonly Citation[] } } = {
  'not-in-the-order': { ...words('应急决定没有列明本单位', 'Not named in the emergency order'), basis: ['24.2', '33.2'] },
  'no-emergency': { ...words('没有生效中的应急决定', 'No emergency order in force'), basis: ['24.2', '33.2'] },
  'beyond-the-order': { ...words('超过应急决定的期限', 'Beyond the emergency order'), basis: ['24.2', '33.2'] },
  'not-the-community’s': { ...words('不是村（社区）的事', 'Not the community’s affair'), basis: ['23.3', '50.2'] },
  'not-arranged': { ...words('专项行动不是县（区）统一安排', 'No campaign arranged by the county'), basis: ['6.5', '23.3'] },
  'not-its-villages': { ...words('不是该乡镇（街道）所辖村（社区）', 'None of the township’s own villages'), basis: ['6.6', '50.2'] },
  'no-ground': { ...words('整改事项不是村（社区）应办的', 'Nothing the community has to put right'), basis: ['6.6', '23.3', '50.2'] },
  assistance: { ...words('借检查下达协助事项', 'Assistance ordered by way of inspection'), basis: ['23.2', '23.3'] },
  mixed: { ...words('不同对象未分开下达', 'Given to different bodies at once'), basis: ['23.2'] },
  'not-the-township’s': { ...words('不在乡镇（街道）职责清单', 'Not on the township’s duty list'), basis: ['24.1', '50.2'] },
  'own-duty': { ...words('把本单位职责转交村（社区）', 'Its own duty passed down'), basis: ['23.3', '50.2'] },
  'no-list': { ...words('县（区）没有生效清单', 'No list in force'), basis: ['23.1', '50.2'] },
  'not-listed': { ...words('不在协助事项清单', 'On no list of assistance'), basis: ['23.3', '50.2'] },
  'not-in-force': { ...words('清单事项未生效或已失效', 'Item not in force'), basis: ['23.1', '23.3'] },
  'own-affair': { ...words('社区自身事项不得下达', 'The community’s own affair'), basis: ['23.1', '50.2'] },
  'not-your-item': { ...words('清单事项不由该单位负责', 'Another office’s item'), basis: ['23.2', '50.2'] },
  'out-of-season': { ...words('不在清单载明的时段', 'Out of season'), basis: ['23.2'] },
  'no-conditions': { ...words('没有提供工作条件', 'Working conditions missing'), basis: ['23.2', '50.2'] },
  duplicate: { ...words('与进行中的任务重复', 'Already under way'), basis: ['23.2'] },
  'already-held': { ...words('索要平台已有的数据', 'Records hold it already'), basis: ['23.2'] },
}

export const gateRule = (code: string): Words & { readonly basis: readonly Citation[] } => gateRules[code] ?? { ...words(code, code), basis: [] }
