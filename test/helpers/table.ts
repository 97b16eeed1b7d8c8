import { choice, day, region, regions, rows, text, whole, yesNo } from '../../kernel/facts.ts'
import { procedure } from '../../kernel/procedure.ts'
import { post } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'

/** A procedure for tests only, whose matters hold two tables: one of internal, one of sensitive data. */
export const table = procedure('table', {
  title: words('测试表格', 'Table for tests'), since: '2023-02-01', basis: ['23.1'],
  facts: {
    about: text({ zh: '事由', en: 'About', max: 100 }),
    village: region({ zh: '村（社区）', en: 'Village', class: 'public' }),
    items: rows({
      code: text({ zh: '编码', en: 'Code', max: 20 }),
      kind: choice({ own: words('自有事项', 'Own'), assist: words('协助事项', 'Assisted') }, { zh: '类别', en: 'Kind' }),
      minutes: whole({ zh: '每次用时', en: 'Time each', min: 1, max: 6000, unit: words('分钟', 'min') }),
      from: day({ zh: '起始日期', en: 'From' }),
      listed: yesNo({ zh: '是否列入', en: 'Listed', hint: words('已公布的填“是”', 'Yes where it is published') }),
      note: text({ zh: '备注', en: 'Note', max: 300 }),
    }, { zh: '事项', en: 'Items', max: 5000, optional: ['from', 'listed', 'note'] }),
    people: rows({ name: text({ zh: '称呼', en: 'Called', max: 20 }) }, { zh: '名单', en: 'People', class: 'sensitive', max: 100 }),
    places: regions({ zh: '涉及村（社区）', en: 'Villages concerned', max: 60 }),
  },
  heading: 'about', place: 'village',
  stages: { kept: { zh: '已登记', en: 'Kept', final: true } },
  steps: { keep: { zh: '登记', en: 'Keep', opens: 'kept', basis: ['23.1'], by: [post('dispatcher')], asks: ['about', 'village', 'items', 'people?', 'places?'] } },
  list: { columns: ['village'] },
})
