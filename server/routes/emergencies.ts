import { Type } from 'typebox'
import { system } from '../../kernel/post.ts'
import { words, type Json } from '../../kernel/words.ts'
import { emergencyOrder } from '../../procedures/3-governance/emergency-order.ts'
import { emergenciesAround, type PublicEmergency } from '../../registers/emergencies.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { emergenciesSchema } from '../schemas/emergency.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef, type Names } from '../views/place.ts'
import type { EmergencyView } from '../wire.ts'

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const view = ({ matter, number, region, kind, since, until, stage, facts }: PublicEmergency, names: Names): EmergencyView => ({
  matter, number, region: regionRef(names, region), kind: emergencyOrder.facts.kind.options?.[kind] ?? words(kind, kind), since, until, confirmed: stage !== 'unconfirmed',
  happened: textOf(facts['happened']), scope: textOf(facts['scope']), instrument: textOf(facts['instrument']),
  ...(typeof facts['declaredBy'] === 'string' && { declaredBy: officeRef(names, facts['declaredBy']) }),
  executors: (Array.isArray(facts['executors']) ? facts['executors'] : []).flatMap(office => (typeof office === 'string' ? [officeRef(names, office)] : [])),
})

/** What emergency is in force here and until when: for everyone, signed in or not (Art. 24.2, 33.2). */
export const emergencyRoutes = (app: App, site: Site): void => {
  app.get('/api/emergencies', {
    schema: {
      open: true, tag: 'emergencies', says: { zh: '某地生效中的应急决定：本地的、上级区域的和辖区内的', en: 'Emergency orders in force for a place, for one that holds it, or for one inside it' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: emergenciesSchema },
    },
  }, async (request, reply): Promise<readonly EmergencyView[] | typeof reply> => {
    const { region } = request.query
    const names: Names = { directory: site.directory.now, language: languageOf(request.headers['accept-language']) }
    if (!names.directory.region(region)) return sendRefusal(request, reply, notFound())
    const found = await site.house.database.scoped(system, tx => emergenciesAround(tx, region, site.now()))
    return found.map(one => view(one, names))
  })
}
