import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** How grids are drawn, checked and located in (Art. 21.2). All are defaults of the product. */
export const gridRules = [
  { name: 'grid.border', value: 20, unit: 'metres', ...byDefault('距网格边界多少米以内视为边界附近，两个网格都列出供选择', 'within how many metres of a border both grids are offered', '21.2') },
  { name: 'grid.outside', value: 30, unit: 'metres', ...byDefault('网格可超出村（社区）边界的测绘误差', 'by how much a grid may stand out over its village’s boundary, as an error of survey', '21.2') },
  { name: 'grid.sliver', value: 20, unit: 'squareMetres', ...byDefault('覆盖检查不列出的缝隙和重叠的最大面积', 'gaps and overlaps up to this are not told by the coverage check', '21.2') },
  { name: 'grid.sliver-width', value: 10, unit: 'centimetres', ...byDefault('覆盖检查不列出的缝隙和重叠的最大平均宽度', 'gaps and overlaps thinner than this on the whole are not told by the coverage check', '21.2') },
  { name: 'grid.points', value: 5000, unit: 'count', ...byDefault('一个网格边界的最多点数', 'the most points of a grid’s boundary', '21.2') },
  { name: 'grid.households-most', value: 300, unit: 'count', ...byDefault('规模适度：一个网格的户数上限，超过时在影响预览中提示', 'of moderate size: the most households of a grid; more is told before it is decided', '21.2') },
  { name: 'grid.households-least', value: 50, unit: 'count', ...byDefault('规模适度：一个网格的户数下限，少于时在网格员配置中提示', 'of moderate size: the fewest households of a grid; fewer is told where grid workers are looked over', '21.2') },
  { name: 'grid.review', value: 5, unit: 'workingDays', ...byDefault('审核网格调整', 'review a change of grids', '21.2') },
  { name: 'grid.adopt', value: 10, unit: 'workingDays', ...byDefault('决定网格调整', 'decide on a change of grids', '21.2') },
  { name: 'grid.ahead', value: 180, unit: 'days', ...byDefault('网格调整最早可提前多少天确定施行日期', 'how far ahead a change of grids takes effect at most', '21.2') },
  { name: 'household.review', value: 5, unit: 'workingDays', ...byDefault('核准户册变更', 'approve a change of households', '21.2') },
  { name: 'household.back', value: 366, unit: 'days', ...byDefault('户册变更最早可追溯登记的天数', 'how far back a change of households is entered at most', '21.2') },
  { name: 'household.undo', value: 30, unit: 'days', ...byDefault('一批新登记的户可以整批撤销的期限', 'for how long a batch of new households may be undone as a whole', '21.2') },
] as const satisfies readonly Row[]
