import { region, text } from '../../../kernel/facts.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { post } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'

const mayKeep = [post('lead', 'township', 'county'), post('dispatcher', 'township', 'county')] as const

/** 外部单位: a unit outside the county's command (a utility, a vertical agency) that townships may call: its name and duty line, offered where a summons is raised (Art. 24.2). */
export const outsideUnit = procedure('outside-unit', {
  title: words('外部单位', 'Unit outside'),
  since: '2023-02-01',
  basis: ['24.2'],
  facts: {
    name: text({ zh: '单位名称', en: 'Name', class: 'public', min: 2, max: 60, search: 'words' }),
    county: region({ zh: '所在县（区）', en: 'County', class: 'public', levels: ['county', 'township'] }),
    phone: text({ zh: '值班电话', en: 'Duty line', min: 3, max: 20, hint: words('单位值班电话，不填个人手机号', 'The unit’s own line, nobody’s mobile') }),
  },
  heading: 'name',
  place: 'county',
  records: ['outside-unit', 'outside-unit-end'],
  stages: {
    listed: { zh: '在册', en: 'Listed', settled: true, waits: words('直到移除', 'Until it is struck off') },
    struck: { zh: '已移除', en: 'Struck off', final: true },
  },
  steps: {
    add: {
      zh: '登记', en: 'List', opens: 'listed', basis: [], by: mayKeep, asks: ['name', 'county', 'phone?'],
      then: c => ({ holder: { office: c.actor.office ?? '' }, effects: [{ do: 'record', register: 'outside-unit', row: { county: c.matter.county, matter: c.matter.id, name: c.input.name ?? '', phone: c.input.phone ?? null } }] }),
    },
    strike: {
      zh: '移除', en: 'Strike off', from: ['listed'], to: 'struck', basis: [], by: mayKeep,
      then: c => ({ effects: [{ do: 'record', register: 'outside-unit-end', row: { county: c.matter.county, name: c.matter.facts.name ?? '' } }] }),
    },
  },
  list: { columns: ['county'] },
})
