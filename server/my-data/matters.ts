import type { Procedure } from '../../kernel/procedure.ts'
import { words, type Json } from '../../kernel/words.ts'
import { readMatter, type MatterPage } from '../../store/read/matter.ts'
import type { Shown } from '../../store/read/reader.ts'
import type { Mine, Section } from './section.ts'

type Part = { readonly matter: string; readonly since: Date; readonly roles: readonly string[] }

const batch = 20
const start = '-infinity'

/** Every matter in which the person takes part, the oldest first, some at a time. */
async function* partsOf({ site, actor }: Mine): AsyncGenerator<readonly Part[]> {
  let after: readonly [since: string, matter: string] = [start, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const [since, matter] = after
    const some = await site.house.database.scoped(actor, tx => tx.query<Part & { key: string }>(
      `select matter, min(since) as since, min(since)::text as key, array_agg(role order by role) as roles from party where account = $1::uuid
       group by matter having (min(since), matter) > ($2::timestamptz, $3::uuid) order by 2, 1 limit ${batch}`, [actor.account, since, matter]))
    if (some.length > 0) yield some
    const last = some.at(-1)
    if (!last || some.length < batch) return
    after = [last.key, last.matter]
  }
}

/** A fact by its name, as the declaration labels it. What is not theirs to read says so, and is not told. */
const factOf = (procedure: Procedure) => ({ fact, value, masked }: Shown): Json => ({
  fact, label: procedure.facts[fact]?.label ?? words(fact, fact), ...(masked ? { withheld: true } : { value }),
})

const told = ({ row, matter, procedure, own, facts, entries, files }: MatterPage, { roles, since }: Part): Json => ({
  number: row.number, id: row.id, procedure: row.procedure, title: procedure.title, stage: procedure.stages[matter.stage] ? words(procedure.stages[matter.stage]?.zh ?? '', procedure.stages[matter.stage]?.en ?? '') : row.stage,
  region: row.region, opened: row.opened.toISOString(), updated: row.updated.toISOString(), roles, since: since.toISOString(), own,
  facts: facts.map(factOf(procedure)),
  entries: entries.map(entry => ({
    seq: entry.seq, at: entry.at.toISOString(), step: entry.step, says: words(procedure.steps[entry.step]?.zh ?? entry.step, procedure.steps[entry.step]?.en ?? entry.step),
    by: entry.actor.kind, facts: entry.facts.map(factOf(procedure)),
  })),
  files: files.map(file => ({ ...file })),
})

/** What they reported or asked, consented to, or take part in, with all of it that is theirs to read. */
export const matters: Section = {
  name: 'matters', words: words('我参与的事项、申请和同意', 'Matters, requests and consents I take part in'),
  rows: async function* (mine) {
    for await (const some of partsOf(mine)) {
      for (const part of some) {
        const page = await mine.site.house.database.scoped(mine.actor, tx => readMatter(tx, mine.site.house, mine.actor, part.matter))
        if (page) yield told(page, part)
      }
    }
  },
}
