import { choice, personName, region, text, whole } from '../../kernel/facts.ts'
import { embryo } from '../../kernel/fold.ts'
import type { Matter } from '../../kernel/matter.ts'
import { officeCode } from '../../kernel/post.ts'
import { need, procedure, within } from '../../kernel/procedure.ts'
import { refuse } from '../../kernel/refusal.ts'
import { anyResident, holder, party, post, theClock, thePlatform } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'

const office = officeCode('630202001', 'gov')
const asker = party('asker', words('委托人', 'the asker'))

/** A small procedure for tests of the kernel: an errand is asked, taken on, watched, done and thanked for. */
export const errand = procedure('errand', {
  title: words('跑腿', 'Errand'), since: '2023-02-01', basis: ['25.3'],
  facts: {
    what: text({ zh: '事由', en: 'What', min: 2, max: 200, search: 'words' }),
    where: region({ zh: '地点', en: 'Where', class: 'public', search: 'exact' }),
    who: personName({ zh: '找谁', en: 'Whom to see' }),
    size: choice({ small: words('小', 'small'), large: words('大', 'large') }, { zh: '大小', en: 'Size', class: 'public', search: 'exact' }),
    times: whole({ zh: '次数', en: 'Times', class: 'public', max: 9 }),
    grounds: text({ zh: '理由', en: 'Grounds' }),
  },
  heading: 'what', place: 'where',
  needs: { weather: need<string>('weather', c => ({ where: c.matter.region, size: c.facts['size'] ?? null })) },
  stages: {
    asked: { ...words('待接', 'Asked'), due: within('request.accept', 'remind') },
    doing: { ...words('在办', 'Being done'), due: { then: 'remind', limit: c => c.needs.weather === 'rain' ? 'request.rate' : 'request.handle' } },
    resting: { ...words('歇息', 'Resting'), waits: words('等天晴', 'It waits for fair weather') },
    thanked: { ...words('已办', 'Done'), settled: true, due: within('request.rate', 'end') },
    over: { ...words('结束', 'Over'), final: true },
  },
  steps: {
    ask: {
      ...words('委托', 'Ask'), opens: 'asked', by: [anyResident], asks: ['what', 'where', 'who?', 'size?'], basis: ['25.3'],
      then: c => ({ holder: { office }, parties: [{ role: 'asker', account: c.actor.account }], counts: { asked: 1 } }),
    },
    take: { ...words('接下', 'Take on'), from: ['asked'], to: 'doing', by: [holder('handler')], needs: ['weather'], basis: ['21.4'], primary: true,
      then: c => ({ holder: { office, account: c.actor.account } }) },
    refuse: { ...words('谢绝', 'Decline'), from: ['asked'], to: 'over', by: [holder()], basis: ['21.4'],
      then: c => c.matter.facts.size === 'large' ? {} : refuse('too-small', words('小事不辞', 'Small errands are not declined')) },
    finish: { ...words('办完', 'Finish'), from: ['doing'], to: ['thanked', 'over'], by: [holder()], asks: ['size'], basis: ['21.4'],
      then: c => ({ to: c.input.size === 'large' ? 'thanked' : 'over' }) },
    note: { ...words('记事', 'Note'), from: 'open', by: [asker, holder()], asks: ['what?'], basis: ['25.3'],
      then: c => ({ set: { times: (c.matter.facts.times ?? 0) + 1 } }) },
    forget: { ...words('忘记', 'Forget'), from: 'open', by: [asker], basis: ['25.3'], then: () => ({ set: { who: null } }) },
    again: { ...words('重新计', 'Begin again'), from: ['doing'], to: 'doing', by: [holder()], basis: ['21.4'] },
    watch: { ...words('盯办', 'Watch'), from: 'open', by: [post('lead')], basis: ['24.2'], then: () => ({ clocks: [{ clock: 'watch', start: 'oversight.answer', then: 'look' }] }) },
    stop: { ...words('停', 'Stop'), from: 'open', by: [holder()], asks: ['grounds'], basis: ['21.4'], then: c => ({ clocks: [{ clock: 'stage', stop: c.input.grounds ?? '' }] }) },
    go: { ...words('续', 'Go on'), from: 'open', by: [holder()], basis: ['21.4'], then: () => ({ clocks: [{ clock: 'stage', resume: true }] }) },
    more: { ...words('延', 'More time'), from: 'open', by: [holder()], basis: ['21.4'], then: () => ({ clocks: [{ clock: 'stage', extend: { amount: 2, unit: 'workingDays' } }] }) },
    unwatch: { ...words('不盯', 'Stop watching'), from: 'open', by: [post('lead')], basis: ['24.2'], then: () => ({ clocks: [{ clock: 'watch', end: true }] }) },
    rest: { ...words('歇', 'Rest'), from: ['doing'], to: 'resting', by: [holder()], basis: ['21.4'] },
    wake: { ...words('起', 'Wake'), from: ['resting'], to: 'over', by: [holder(), thePlatform], basis: ['21.4'],
      only: c => (c.now.getUTCDay() === 0 ? refuse('sunday', words('周日不办', 'Not on a Sunday'), { basis: ['25.3'] }) : undefined) },
    remind: { ...words('催', 'Remind'), from: ['asked', 'doing'], by: [theClock], basis: [] },
    look: { ...words('查看', 'Look'), from: ['asked', 'doing'], by: [theClock], basis: [] },
    end: { ...words('了结', 'End'), from: ['thanked'], to: 'over', by: [theClock], basis: [] },
  },
  measures: { asked: words('委托', 'Asked') },
  list: { columns: ['size'] },
  notCovered: [{ basis: '28.2', why: words('警务不在此列', 'Police work is not among them') }],
})

/** An errand not yet asked for. */
export const noErrand = (at = '2026-06-08T02:00:00.000Z'): Matter => embryo(errand, '00000000-0000-4000-8000-000000000001', '630202', '630202001001', at)
