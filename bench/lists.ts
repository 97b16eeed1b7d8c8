import { counted, diff } from '../procedures/3-governance/lists/diff.ts'
import { heavier } from '../procedures/3-governance/lists/heavier.ts'
import { itemFaults, items, mostItems, type ListItem } from '../procedures/3-governance/lists/items.ts'
import type { Bench } from './parts/bench.ts'
import { here, loads, neighbours } from './parts/machine.ts'
import { list, table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { keep } from './parts/results.ts'
import { say } from './parts/say.ts'
import { median } from './parts/stats.ts'

/** Milliseconds that the diff of two lists may take (the gate’s proof). */
const limit = 200

const offices = ['civil-affairs', 'health', 'agriculture', 'emergency', 'gov'] as const

const item = (i: number, kind: 'own' | 'assist'): ListItem => ({
  code: `${kind === 'own' ? 'own' : 'zz'}-${i}`, kind, name: `清单事项第 ${i} 项`, basis: '有关法律法规和文件的条款，各不相同', office: kind === 'own' ? 'committee' : offices[i % offices.length] ?? 'gov',
  part: '入户走访、登记、核实、报告，按季度汇总一次', ...(kind === 'assist' && { conditions: '人员、经费、设备、培训' }), minutes: 30 + i % 300, ...(i % 7 === 0 && { seasonFrom: '05-01', seasonTo: '09-30' }),
})

/** A list of so many items, and the next version of it: a tenth changed, a twentieth withdrawn and as many added, in another order. */
const versions = (count: number): readonly [readonly ListItem[], readonly ListItem[]] => {
  const before = Array.from({ length: count }, (_, i) => item(i, i % 3 === 0 ? 'own' : 'assist'))
  const after = before.filter((_, i) => i % 20 !== 0).map((one, i) => (i % 10 === 0 ? { ...one, part: '只在民政干部陪同下入户', minutes: (one.minutes ?? 0) + 10 } : one))
  return [before, [...after, ...Array.from({ length: Math.ceil(count / 20) }, (_, i) => item(count + i, 'assist'))].toReversed()]
}

const timed = (times: number, work: () => unknown): readonly number[] =>
  Array.from({ length: times }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })

const run = async (options: Options): Promise<void> => {
  const before = [here(), `Node ${process.version}; before measuring: load ${loads()}; others at work: ${neighbours()}`]
  const [count, times] = [options.whole('items'), options.whole('times')]
  const [old, fresh] = versions(count)
  const changes = diff(old, fresh)
  const all = Object.entries({
    'diff, item by item': timed(times, () => diff(old, fresh)),
    'what asks more of communities': timed(times, () => heavier(old, fresh)),
    'every cell checked': timed(times, () => items.check(fresh)),
    'checks between cells': timed(times, () => itemFaults(fresh, [])),
  })
  for (const [name, ms] of all) say(`${name}: ${median(ms).toFixed(1)} ms`)
  const worst = Math.max(...(all[0]?.[1] ?? []))
  const { added, withdrawn, changed } = counted(changes)
  await keep('lists.md', [
    '# Two versions of a county’s lists', '',
    `${count} items against ${fresh.length}, of which ${added} were added, ${withdrawn} withdrawn and ${changed} changed; in one process, no database. Wanted of the diff: under ${limit} ms. ${worst < limit ? 'Kept' : 'Missed'}: at most ${worst.toFixed(1)} ms.`, '',
    table(['what', 'times', 'median ms', 'worst ms'], all.map(([name, ms]) => [name, String(ms.length), median(ms).toFixed(1), Math.max(...ms).toFixed(1)])), '', list(before), '',
  ].join('\n'))
}

export const lists: Bench = {
  about: 'how long the diff of two versions of a county’s lists takes, and what else a step does with them',
  options: { items: { preset: String(mostItems), about: 'items of the older version' }, times: { preset: '50', about: 'how often each is done' } },
  run,
}
