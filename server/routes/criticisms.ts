import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import type { Json } from '../../kernel/words.ts'
import { isCitation } from '../../regulation/citation.ts'
import { criticismsAround, type Criticism } from '../../registers/criticisms.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { criticismsSchema } from '../schemas/criticism.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef, type Names } from '../views/place.ts'
import type { CriticismView } from '../wire.ts'

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const view = ({ matter, number, region, accused, since, facts }: Criticism, names: Names): CriticismView => {
  const provision = textOf(facts['provision'])
  return {
    matter, number, region: regionRef(names, region), accused: officeRef(names, accused), decider: officeRef(names, textOf(facts['decider'])), since,
    criticism: textOf(facts['criticism']), corrects: facts['corrects'] === 'yes', ...(isCitation(provision) && { provision }),
  }
}

/** Notices of criticism that are final, for everyone, signed in or not (Art. 50.2). */
export const criticismRoutes = (app: App, site: Site): void => {
  app.get('/api/criticisms', {
    schema: {
      open: true, tag: 'regulation', says: { zh: '某地及其上级单位公开的通报批评', en: 'Notices of criticism that stand published of units in a place or above it' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: criticismsSchema },
    },
  }, async (request, reply): Promise<readonly CriticismView[] | typeof reply> => {
    const { region } = request.query
    const names: Names = { directory: site.directory.now, language: languageOf(request.headers['accept-language']) }
    if (!names.directory.region(region)) return sendRefusal(request, reply, notFound())
    const found = await site.house.database.scoped(system, tx => criticismsAround(tx, region, legalDay(site.now())))
    return found.map(one => view(one, names))
  })
}
