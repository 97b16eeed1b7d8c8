import { choice, matterRef, region, regions, text, told } from '../../../../kernel/facts.ts'
import { words } from '../../../../kernel/words.ts'
import { workFacts } from '../work/facts.ts'

export const townshipGrounds = {
  asked: { zh: '与其他任务重复', en: 'Asked for elsewhere already' },
  dates: { zh: '时间安排不当', en: 'Badly timed' },
  capacity: { zh: '村（社区）力量不足', en: 'Beyond what its villages can do' },
  list: { zh: '与清单不符', en: 'Not as the list says' },
  conditions: { zh: '工作条件不足', en: 'Conditions too thin' },
} as const

/** What a township knows of the county’s work before it reaches its villages, and of work of its own. */
export const townshipFacts = {
  ...workFacts,
  township: region({ zh: '乡镇（街道）', en: 'Township', class: 'public', search: 'exact', levels: ['township'] }),
  places: regions({ zh: '拟下达的村（社区）', en: 'Villages it is meant for', class: 'public', levels: ['village'] }),
  passNote: text({ zh: '安排说明', en: 'How it is scheduled', class: 'public', max: 500, lines: 2 }),
  into: matterRef({ zh: '合并到的任务', en: 'Task to do it with', class: 'public', hint: words('本乡镇（街道）已下达、覆盖相同村（社区）的另一任务', 'Another task given in this township to the same villages') }),
  townshipObjection: choice(townshipGrounds, { zh: '乡镇（街道）异议', en: 'Objection of the township', class: 'public', search: 'exact', basis: ['24.2'] }),
  townshipText: text({ zh: '具体情况和建议', en: 'What is wrong, and what it proposes', class: 'public', min: 4, max: 1000, lines: 3, hint: words('不写个人信息', 'Name no person') }),
  issuerAnswer: text({ zh: '发文单位答复', en: 'Answer of the issuer', class: 'public', min: 4, max: 1000, lines: 3 }),
  stopReason: told({ zh: '没有下达的原因', en: 'Why it was not given', class: 'public' }),
}

export type TownshipFacts = typeof townshipFacts
