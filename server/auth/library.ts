import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import type { Database } from '../../store/database.ts'
import { kyselyOver } from './dialect.ts'
import { tidyName } from './user-name.ts'

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** A day in seconds, which better-auth counts in. */
const day = 86_400

/**
 * better-auth on its own schema. It hashes and checks passwords and keeps sessions; its HTTP routes are not opened, our own
 * few call it. Nobody signs up through it: accounts come from the registers.
 */
export const makeLibrary = (database: Database, ask: { readonly secret: string; readonly url: string; readonly sessionDays: number }) =>
  betterAuth({
    secret: ask.secret,
    baseURL: ask.url,
    database: { db: kyselyOver(database), type: 'postgres', schemaName: 'auth', transaction: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: name => tidyName(name) !== undefined, usernameNormalization: name => tidyName(name) ?? name, displayUsername: false })],
    user: { modelName: 'user', fields: { emailVerified: 'email_verified', ...stamps } },
    session: {
      modelName: 'session', expiresIn: ask.sessionDays * day,
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...stamps },
      additionalFields: { post: { type: 'string', required: false, input: false } },
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'account_id', providerId: 'provider_id', userId: 'user_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...stamps,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...stamps } },
    advanced: { database: { generateId: 'uuid' }, ipAddress: { disableIpTracking: true } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

export type Library = ReturnType<typeof makeLibrary>
