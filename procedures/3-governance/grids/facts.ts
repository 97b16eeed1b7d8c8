import { areas, choice, day, personName, reference, region, regions, rows, text, told, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

export const kinds = {
  draw: { zh: '新划', en: 'Draw' },
  redraw: { zh: '调整边界', en: 'Redraw' },
  split: { zh: '拆分', en: 'Split' },
  merge: { zh: '合并', en: 'Merge' },
  end: { zh: '撤销', en: 'End' },
} as const

export type ChangeKind = keyof typeof kinds

/** What is known of a change of grids. All of it is public: whose grid is it? (Art. 21.2) */
export const facts = {
  change: choice(kinds, { zh: '调整方式', en: 'What changes', class: 'public', search: 'exact', basis: ['21.2'] }),
  place: region({ zh: '所在地', en: 'Where', class: 'public', search: 'exact', levels: ['township', 'village'], hint: words('一个村（社区），或涉及多个村的乡镇（街道）', 'A village, or the township where several are concerned') }),
  old: regions({ zh: '原网格', en: 'Grids as they are', class: 'public', levels: ['grid'], max: 50, hint: words('拆分填一个，合并、撤销填一个以上；新划和调整边界不填', 'One to split, several to merge, those to end; none to draw or redraw') }),
  grids: areas({ zh: '新网格', en: 'Grids as they will be', class: 'public', basis: ['21.2'], hint: words('编码填村（社区）内的 3 位序号或 15 位全码；画出范围，或写明包含的社、楼栋；撤销不填', 'Code: three digits in the village, or all fifteen; an area, or the teams it holds; none to end') }),
  schematic: yesNo({ zh: '示意边界', en: 'Schematic', class: 'public', hint: words('未经测绘，只表示大致范围', 'Not surveyed: it says about where') }),
  since: day({ zh: '施行日期', en: 'In force from', class: 'public' }),
  reason: text({ zh: '调整理由', en: 'Reason', class: 'public', min: 4, max: 500, lines: 3 }),
  affects: told({ zh: '影响预览', en: 'What it touches', class: 'public' }),
  workers: rows({
    post: reference('post', { zh: '岗位', en: 'Post', class: 'public' }),
    name: personName({ zh: '任职人', en: 'Who', class: 'public' }),
    from: text({ zh: '原网格', en: 'Grid of before', class: 'public', max: 15 }),
    to: text({ zh: '转到', en: 'Goes to', class: 'public', max: 15, hint: words('新网格编码；填 end 为岗位随原网格结束', 'The code of a grid; “end”: the post ends with the old grid') }),
  }, { zh: '原网格岗位的去向', en: 'Where posts go', class: 'public', basis: ['21.3'], max: 200, optional: ['to'], hint: words('每个岗位转到一个网格，或随原网格结束；由安全管理员审核后，自施行日起转入', 'Each post goes to one grid or ends; a security administrator confirms, and it moves on the day') }),
  confirmed: yesNo({ zh: '岗位去向已审核', en: 'Where posts go is confirmed', class: 'public' }),
  review: text({ zh: '审核意见', en: 'Review', class: 'public', min: 2, max: 500, lines: 2 }),
  opinion: text({ zh: '决定意见', en: 'Decision', class: 'public', min: 2, max: 500, lines: 2 }),
}
