import type { Registry } from 'prom-client'
import type { LiveDirectory } from '../registers/live-directory.ts'
import type { House } from '../store/house.ts'
import type { Credentials } from './auth/credentials.ts'
import type { Factors } from './auth/factors.ts'
import type { Identities, Identity } from './auth/identity.ts'
import type { Invitations } from './auth/invitations.ts'
import type { Lockout } from './auth/lockout.ts'
import type { SecondFactor } from './auth/needs-factor.ts'
import type { Sessions } from './auth/sessions.ts'
import type { Links } from './auth/sso/links.ts'
import type { Provider } from './auth/sso/provider.ts'
import type { Trips } from './auth/sso/trip.ts'
import type { Cursors } from './cursor.ts'
import type { DeliveryParts } from './delivery/parts.ts'
import type { Vault } from './files/vault.ts'
import type { Limits } from './http/limits.ts'
import type { Metrics } from './metrics.ts'
import type { TileSource } from './wire/grids.ts'
import type { Copies } from './outbox/copies.ts'
import type { OutboxKeys } from './outbox/keys.ts'
import type { DemoPerson } from './wire.ts'

/** A person of the demo with the account and post behind them. */
export type DemoSignIn = DemoPerson & { readonly account: string; readonly post?: string }

/** Single sign-on by one identity provider. */
export type Sso = { readonly provider: Provider; readonly links: Links; readonly trips: Trips }

/** One site as it serves: all that routes need, put together once. */
export type Site = {
  readonly house: House
  readonly directory: LiveDirectory
  readonly sessions: Sessions
  readonly credentials: Credentials
  readonly invitations: Invitations
  readonly lockout: Lockout
  readonly factors: Factors
  /** Posts that can’t be acted from without a second factor. */
  readonly secondFactor: SecondFactor
  /** Absent where the settings name no identity provider. */
  readonly sso?: Sso
  readonly identities: Identities
  /** Who stands behind a program, by the id of its sign-in. */
  program(id: string): Promise<Identity | undefined>
  /** What sends events and notices out. */
  readonly delivery: DeliveryParts
  readonly cursors: Cursors
  readonly vault: Vault
  readonly outboxKeys: OutboxKeys
  readonly copies: Copies
  readonly metrics: Metrics & { readonly registry: Registry }
  /** Who shows it may read /metrics; absent: nobody may. */
  readonly metricsToken?: string
  readonly limits: Limits
  /** Persons to sign in as without a password; absent outside demo mode. */
  readonly demo?: readonly DemoSignIn[]
  /** Folder in which checkpoints are published; absent: none are made. */
  readonly checkpoints?: string
  /** Pictures behind the map; absent: none. */
  readonly tiles?: TileSource
  /** https: cookies travel encrypted only. */
  readonly secure: boolean
  readonly publicUrl: string
  readonly sessionDays: number
  readonly cookieKey: string
  now(): Date
}
