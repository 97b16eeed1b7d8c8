import { officeCode } from '../../kernel/post.ts'
import { ancestor } from '../../kernel/region.ts'
import { words } from '../../kernel/words.ts'
import { bearerAt } from '../../registers/office-kinds.ts'
import type { RouteListed } from '../../registers/route-list.ts'
import type { CodedWords, RouteRule } from '../wire.ts'
import { officeRef, regionRef } from './place.ts'
import type { Reader } from './reader.ts'

const adopted = /^adopted-([0-9a-f-]{36})$/

/** A rule of the routing table, and the very office it names for a region where one stands. */
export const routeRule = (rule: RouteListed, reader: Reader, region: string | undefined): RouteRule => {
  const { directory } = reader
  const { id, scope, urban, from, level, kind, priority, zh, en, since, until } = rule
  const coded = (code: string, known: { readonly zh: string; readonly en: string } | undefined): CodedWords => ({ code, zh: known?.zh ?? code, en: known?.en ?? code })
  const at = region === undefined ? undefined : ancestor(region, level)
  const office = at === undefined ? undefined : directory.office(officeCode(at, kind))
  const change = adopted.exec(id)?.[1]
  return {
    id,
    ...(rule.category !== undefined && { category: coded(rule.category, directory.category(rule.category)) }),
    ...(rule.group !== undefined && { group: coded(rule.group, directory.groups().find(group => group.code === rule.group)) }),
    scope: regionRef(reader, scope), ...(urban !== undefined && { urban }),
    from, level, kind, bearer: bearerAt(level, kind), ...(office && office.ended !== true && { office: officeRef(reader, office.code) }),
    words: words(zh, en), priority, since, ...(until !== undefined && { until }), ...(change !== undefined && { change }),
  }
}
