import { isOpen } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'
import { closings } from '../../procedures/2-foundations/request/facts.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import type { PublicRequest } from '../reads/public-requests.ts'
import { officeRef, regionRef, type Names } from '../views/place.ts'
import type { Tree } from './xml.ts'

const stages: { readonly [stage: string]: Words } = request.stages
const outcomes: { readonly [outcome: string]: Words } = closings

const late = { zh: '已超期', en: 'Late' }

/** Where it stands in plain words: the stage, how it came out, whether it is late. */
const notes = ({ stage, outcome, late: isLate }: PublicRequest, { language }: Names): string =>
  [stages[stage], outcome === null ? undefined : outcomes[outcome], isLate ? late : undefined].flatMap(one => one?.[language] ?? []).join(language === 'zh' ? '；' : '; ')

/** A request as GeoReport tells it. Where it lies is told by the village and no nearer, and nothing of what its reporter typed goes out. */
export const requestView = (row: PublicRequest, names: Names, photo: string | null): Tree => {
  const category = names.directory.category(row.category)
  const handled = row.stage === 'handling' || row.stage === 'joined' ? row.clocks['stage'] : undefined
  return {
    service_request_id: row.number,
    status: isOpen(request, row.stage) ? 'open' : 'closed',
    status_notes: notes(row, names),
    service_name: category?.[names.language] ?? row.category,
    service_code: row.category,
    description: category?.[names.language] ?? null,
    agency_responsible: row.office === null ? null : officeRef(names, row.office).name,
    service_notice: null,
    requested_datetime: row.opened.toISOString(),
    updated_datetime: row.updated.toISOString(),
    // The limit that the law or the county sets for handling; before acceptance there is none yet.
    expected_datetime: handled?.due ?? null,
    address: regionRef(names, row.region).path.join(names.language === 'zh' ? '' : ', '),
    address_id: row.region,
    zipcode: null, lat: null, long: null, media_url: photo,
  }
}
