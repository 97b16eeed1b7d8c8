import { remaining } from '../../kernel/calendar.ts'
import { offersFor } from '../../kernel/form.ts'
import type { Tx } from '../../store/database.ts'
import { versionOf, type House } from '../../store/house.ts'
import type { MatterRow as Row } from '../../store/matter-row.ts'
import type { MatterPage } from '../../store/read/matter.ts'
import { followCode } from '../../store/seal.ts'
import { namesOf } from '../../registers/posts.ts'
import { linksTo, rowsById } from '../reads/rows.ts'
import { documentsFor } from '../documents/issued.ts'
import type { MatterView } from '../wire.ts'
import { entryView } from './entry.ts'
import { ownView } from './own.ts'
import { officeRef } from './place.ts'
import type { Reader } from './reader.ts'
import { toldIn } from './told.ts'
import { holdersIn, rowView } from './row.ts'

const accountsIn = (page: MatterPage, linked: readonly Row[]): readonly string[] =>
  [...new Set([...holdersIn([page.row, ...linked]), ...page.entries.flatMap(entry => entry.actor.account ?? [])])]

/** A matter's page for one reader, with the steps that stand open to them. */
export const matterView = async (tx: Tx, house: House, page: MatterPage, reader: Reader): Promise<MatterView> => {
  const { row, matter, procedure, own } = page
  const { law } = house
  const here = await linksTo(tx, row.county, matter.id)
  const linked = await rowsById(tx, row.county, [...matter.links, ...here].map(link => link.matter))
  const names = await namesOf(tx, accountsIn(page, linked))
  return {
    ...rowView(law, procedure, row, reader, names),
    ...ownView(house, page, reader),
    version: row.version,
    allFacts: toldIn(reader.language, procedure, page.facts),
    entries: page.entries.map((entry, i) => entryView(entry, page.entries[i - 1], procedure, reader, names)),
    clocks: Object.entries(matter.clocks).map(([name, clock]) => ({
      ...clock, name, words: remaining(law.calendar, reader.now, new Date(clock.due), clock.period.unit).words,
    })),
    offers: offersFor(procedure, matter, reader.actor, reader.now, law),
    files: page.files,
    links: [...matter.links, ...here.map(link => ({ ...link, here: true as const }))].flatMap(({ matter: id, ...link }) => {
      const other = linked.find(one => one.id === id)
      return other ? [{ ...link, row: rowView(law, versionOf(house, other.procedure, other.version), other, reader, names) }] : []
    }),
    coHandlers: matter.parties.flatMap(party => (party.role === 'co-handler' && party.office !== undefined ? [officeRef(reader, party.office)] : [])),
    documents: documentsFor(page, reader.directory, law),
    ...(own && !matter.confined && { followCode: followCode(house.keys, matter.id) }),
  }
}
