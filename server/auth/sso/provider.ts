import * as oidc from 'openid-client'
import type { Words } from '../../../kernel/words.ts'

/** A government's identity provider, as the settings name it. */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says. */
  readonly name: Words
  /** The claim of the ID token that names the person. */
  readonly claim: string
  /** Values of `acr` that stand for two factors; `amr` with `mfa` does so by itself (RFC 8176). */
  readonly acr: readonly string[]
}

/** What one way to the provider and back is held to. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Who the provider says is there. `factor`: it saw two factors. */
export type Found = { readonly subject: string; readonly factor: boolean }

/** The provider can't be reached, or does not answer as one. */
export class ProviderDown extends Error {}

/** The answer does not prove anybody: `denied` where the person broke off, else what failed, for the log. */
export class NotProved extends Error {
  readonly denied: boolean
  constructor(reason: string, denied = false) {
    super(reason)
    this.denied = denied
  }
}

export type Provider = {
  readonly settings: ProviderSettings
  newSecrets(): Secrets
  /** Where to send the browser. `anew`: the provider must ask for proof even where somebody is signed in there. Throws `ProviderDown`. */
  address(secrets: Secrets, back: string, anew: boolean): Promise<string>
  /** Trades the answer that came to `back` for a verified ID token: state, issuer, audience, nonce, signature and time. Throws `ProviderDown`, `NotProved`. */
  found(answer: URL, secrets: Secrets): Promise<Found>
  /** Where the provider's own session is ended, where it offers that. */
  farewell(home: string): Promise<string | undefined>
}

/** Seconds to wait for the provider. */
const timeout = 10
/** Milliseconds for which what the provider says of itself is believed. Its keys are asked for at each sign-in, so that a new one holds at once. */
const believed = 600_000

const isLocal = (issuer: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(issuer)

/** Failures of the way there, not of the answer. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError
  || (error instanceof oidc.ClientError && ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'].includes(error.code ?? ''))
  || (error instanceof oidc.ResponseBodyError && error.status >= 500)

const reasonOf = (error: unknown): string =>
  error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError ? error.error
    : error instanceof oidc.ClientError ? error.code ?? error.message : 'unknown'

export const provider = (settings: ProviderSettings, now: () => number = Date.now): Provider => {
  let known: { readonly answer: Promise<oidc.ServerMetadata>; readonly until: number } | undefined

  const ask = async (): Promise<oidc.ServerMetadata> => {
    const execute = isLocal(settings.issuer) ? [oidc.allowInsecureRequests] : []
    return (await oidc.discovery(new URL(settings.issuer), settings.clientId, undefined, undefined, { execute, timeout })).serverMetadata()
  }
  const metadata = async (): Promise<oidc.ServerMetadata> => {
    const held = known && known.until > now() ? known : { answer: ask(), until: now() + believed }
    known = held
    try {
      return await held.answer
    } catch (error) {
      if (known === held) known = undefined
      throw new ProviderDown(reasonOf(error), { cause: error })
    }
  }
  const configure = async (): Promise<oidc.Configuration> => {
    const server = await metadata()
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const proof = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic(settings.clientSecret) : oidc.ClientSecretPost(settings.clientSecret)
    const configuration = new oidc.Configuration(server, settings.clientId, undefined, proof)
    if (isLocal(settings.issuer)) oidc.allowInsecureRequests(configuration)
    // Without this the library trusts the connection alone, as the standard lets it, and looks at no signature.
    oidc.enableNonRepudiationChecks(configuration)
    configuration.timeout = timeout
    return configuration
  }

  return {
    settings,
    newSecrets: () => ({ state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }),
    address: async ({ state, nonce, verifier }, back, anew) => {
      const configuration = await configure()
      const claims = { id_token: { amr: null, ...(settings.claim !== 'sub' && { [settings.claim]: null }) } }
      return oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: back, scope: settings.claim === 'sub' ? 'openid' : 'openid profile', response_type: 'code', state, nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
        ...(configuration.serverMetadata().claims_parameter_supported === true && { claims: JSON.stringify(claims) }),
        ...(settings.acr.length > 0 && { acr_values: settings.acr.join(' ') }), ...(anew && { prompt: 'login' }),
      }).href
    },
    found: async (answer, { state, nonce, verifier }) => {
      const configuration = await configure()
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, answer, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
        const claims = tokens.claims()
        const subject = claims?.[settings.claim]
        if (!claims || (typeof subject !== 'string' && typeof subject !== 'number') || subject === '') throw new NotProved(`no claim ${settings.claim}`)
        const amr: readonly unknown[] = Array.isArray(claims.amr) ? claims.amr : []
        return { subject: String(subject), factor: amr.includes('mfa') || (typeof claims.acr === 'string' && settings.acr.includes(claims.acr)) }
      } catch (error) {
        if (error instanceof NotProved) throw error
        if (isUnreachable(error)) throw new ProviderDown(reasonOf(error), { cause: error })
        throw new NotProved(reasonOf(error), error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied')
      }
    },
    farewell: async home => {
      try {
        const configuration = await configure()
        if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined
        return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: home }).href
      } catch (error) {
        if (error instanceof ProviderDown) return undefined
        throw error
      }
    },
  }
}
