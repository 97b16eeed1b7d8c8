import { join } from 'node:path'
import { procedures } from '../procedures/index.ts'
import { system } from '../kernel/post.ts'
import type { Law } from '../kernel/clock.ts'
import type { LiveDirectory } from '../registers/live-directory.ts'
import { openDirectory } from '../registers/live-directory.ts'
import { adoptedRules } from '../registers/rules.ts'
import { ledgerRecorders } from '../ledgers/serving.ts'
import { gridRecorders } from '../registers/grids/change.ts'
import { ballotRecorders } from '../registers/ballots/record.ts'
import { rollRecorders } from '../registers/rolls/record.ts'
import { rightsRecorders } from '../registers/rights.ts'
import { knownIn, registerRecorders } from '../registers/serving.ts'
import type { Database } from '../store/database.ts'
import { everTold } from '../store/ever-told.ts'
import { complete, type House } from '../store/house.ts'
import type { Keys } from '../store/seal.ts'
import { finder, programFinder } from './auth/account.ts'
import { credentials } from './auth/credentials.ts'
import { factors } from './auth/factors.ts'
import { identities } from './auth/identity.ts'
import { invitations } from './auth/invitations.ts'
import { makeLibrary } from './auth/library.ts'
import { lockout } from './auth/lockout.ts'
import type { SecondFactor } from './auth/needs-factor.ts'
import { sessions } from './auth/sessions.ts'
import { links } from './auth/sso/links.ts'
import { provider, type ProviderSettings } from './auth/sso/provider.ts'
import { trips } from './auth/sso/trip.ts'
import { cursors } from './cursor.ts'
import { deliveryParts, type DeliverySettings } from './delivery/parts.ts'
import { disk } from './files/disk.ts'
import { s3 } from './files/s3.ts'
import { vault, type Shelf } from './files/vault.ts'
import { usualLimits, type Limits } from './http/limits.ts'
import { lawWith } from './law.ts'
import { loaders } from './loaders.ts'
import { makeMetrics } from './metrics.ts'
import { copies } from './outbox/copies.ts'
import { outboxKeys } from './outbox/keys.ts'
import { fileKeys, keyFor } from './settings/keys.ts'
import type { Settings } from './settings/settings.ts'
import type { DemoSignIn, Site } from './site.ts'
import type { TileSource } from './wire/grids.ts'

/** Matters and all that acting on them needs, without HTTP: for the server, the commands and tests. Throws `IncompleteHouse` where a procedure names what nobody gives. */
export const makeHouse = async (database: Database, keys: Keys, directory?: LiveDirectory): Promise<{ readonly house: House; readonly directory: LiveDirectory }> => {
  const live = directory ?? await openDirectory(database)
  const law: Law = lawWith(await database.scoped(system, adoptedRules))
  const house: House = complete({
    database, law, keys, procedures, loaders: { ...loaders(live), 'ever-told': everTold(() => house) }, recorders: { ...registerRecorders, ...rightsRecorders(() => house), ...gridRecorders(() => house), ...rollRecorders(() => house), ...ballotRecorders(() => house), ...ledgerRecorders(() => house) }, known: knownIn(live),
  })
  return { house, directory: live }
}

export const shelfOf = (settings: Settings): Shelf =>
  settings.FILES === 's3'
    ? s3({
      endpoint: settings.S3_ENDPOINT ?? '', bucket: settings.S3_BUCKET ?? '', region: settings.S3_REGION, pathStyle: settings.S3_PATH_STYLE,
      accessKeyId: settings.S3_ACCESS_KEY ?? '', secretAccessKey: settings.S3_SECRET_KEY ?? '',
    })
    : disk(join(settings.DATA_DIR, 'files'))

/** Where the settings have checkpoints published. */
export const checkpointsOf = (settings: Settings): string => settings.CHECKPOINTS ?? join(settings.DATA_DIR, 'checkpoints')

export type Parts = {
  readonly house: House
  readonly directory: LiveDirectory
  readonly secret: string
  readonly shelf: Shelf
  readonly publicUrl: string
  readonly sessionDays: number
  readonly checkpoints?: string
  readonly demo?: readonly DemoSignIn[]
  readonly metricsToken?: string
  readonly tiles?: TileSource
  /** Posts that need a second factor; without it, none in demo mode, else those of administrators. */
  readonly secondFactor?: SecondFactor
  readonly sso?: ProviderSettings
  /** How events and notices are sent out; without it, to programs on the internet and by push alone. */
  readonly delivery?: DeliverySettings
  readonly limits?: Limits
  readonly now?: () => Date
}

/** A site over its parts. */
export const makeSite = ({
  house, directory, secret, shelf, publicUrl, sessionDays, checkpoints, demo, metricsToken, tiles, secondFactor = demo ? 'off' : 'administrators', sso, delivery, limits = usualLimits, now = () => new Date(),
}: Parts): Site => {
  const { database } = house
  const library = makeLibrary(database, { secret: keyFor(secret, 'sign-in').toString('base64url'), url: publicUrl, sessionDays })
  const secure = publicUrl.startsWith('https:')
  const kept = sessions(database, library, sessionDays)
  return {
    house, directory, limits, now, publicUrl, sessionDays,
    sessions: kept,
    credentials: credentials(database, library),
    invitations: invitations(database, library),
    lockout: lockout(database, keyFor(secret, 'lockout').toString('base64url')),
    identities: identities(finder(database, kept, secondFactor)),
    program: programFinder(database, kept, secondFactor),
    delivery: deliveryParts(secret, publicUrl, delivery),
    cursors: cursors(keyFor(secret, 'cursor')),
    vault: vault(shelf, fileKeys(secret, house.keys.ring)),
    outboxKeys: outboxKeys(house.keys.ring),
    copies: copies(database),
    metrics: makeMetrics(database),
    factors: factors(database, keyFor(secret, 'factor')),
    secondFactor, secure,
    ...(sso && { sso: { provider: provider(sso), links: links(database, keyFor(secret, 'sso'), sso), trips: trips(keyFor(secret, 'trip'), secure) } }),
    cookieKey: keyFor(secret, 'cookie').toString('base64url'),
    ...(checkpoints !== undefined && { checkpoints }), ...(demo && { demo }), ...(metricsToken !== undefined && { metricsToken }), ...(tiles && { tiles }),
  }
}
