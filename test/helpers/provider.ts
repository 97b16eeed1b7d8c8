import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync, randomUUID, type JsonWebKey, type KeyObject } from 'node:crypto'
import Provider, { type Configuration, type JWK } from 'oidc-provider'
import type { ProviderSettings } from '../../server/auth/sso/provider.ts'

/** Who sits before the provider's page: somebody it knows, with what it saw of them, or one who breaks off. */
export type Visitor = { readonly subject: string; readonly amr?: readonly string[]; readonly acr?: string } | 'denies'

/** A key that signs ID tokens, as the provider publishes it. */
export type SigningKey = { readonly jwk: JWK; readonly key: KeyObject }

export const newKey = (): SigningKey => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk: JsonWebKey = privateKey.export({ format: 'jwk' })
  return { jwk: { ...jwk, kid: randomUUID(), alg: 'RS256', use: 'sig' }, key: privateKey }
}

/** A certified identity provider (`oidc-provider`), running on a port of its own. */
export type TestProvider = {
  readonly issuer: string
  readonly settings: ProviderSettings
  readonly key: SigningKey
  /** Changes the ID token on its way out: what a provider in the wrong hands, or somebody between, might send. */
  tamper(change: ((token: string) => string) | undefined): void
  /** Who comes to the provider's page next, where a real browser goes there. */
  seat(visitor: Visitor): void
  /** Goes through the provider's pages as a browser would, from our address to theirs: answers with where they send the browser back to. */
  visit(address: string, visitor: Visitor): Promise<string>
  /** The prompts asked for by the last visit. */
  readonly asked: () => URLSearchParams
  stop(): Promise<void>
}

export const clientId = 'shanzhi-test'
const clientSecret = 'a secret between the provider and this test'

type Wish = { readonly port?: number; readonly key?: SigningKey; readonly method?: 'client_secret_basic' | 'client_secret_post'; readonly acr?: readonly string[]; /** The address of our own site. */ readonly site?: string }

export const startProvider = async ({ port = 0, key = newKey(), method = 'client_secret_basic', acr = [], site = 'http://localhost' }: Wish = {}): Promise<TestProvider> => {
  let visitor: Visitor = 'denies'
  let change: ((token: string) => string) | undefined
  let last = new URLSearchParams()
  const server = createServer()
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const configuration: Configuration = {
    clients: [{
      client_id: clientId, client_secret: clientSecret, redirect_uris: [`${site}/api/sign-in/sso/callback`], post_logout_redirect_uris: [`${site}/`], grant_types: ['authorization_code'], response_types: ['code'],
      token_endpoint_auth_method: method,
    }],
    clientAuthMethods: [method],
    jwks: { keys: [key.jwk] }, cookies: { keys: ['a key of the test'] }, pkce: { required: () => true }, acrValues: [...acr],
    claims: { openid: ['sub', 'employee'], amr: null, ...(acr.length > 0 && { acr: null }) },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true }, claimsParameter: { enabled: true } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, employee: `E-${id}` }) }),
    loadExistingGrant: async context => {
      const grant = new context.oidc.provider.Grant({ clientId, accountId: context.oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid')
      grant.addOIDCClaims(['sub', 'employee', 'amr', 'acr'])
      await grant.save()
      return grant
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  }
  const provider = new Provider(issuer, configuration)
  provider.use(async (context, next) => {
    await next()
    const body = context.body as { id_token?: string } | undefined
    if (context.path === '/token' && change && typeof body?.id_token === 'string') context.body = { ...body, id_token: change(body.id_token) }
  })
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) { void handle(request, response); return }
    const result = visitor === 'denies' ? { error: 'access_denied' }
      : { login: { accountId: visitor.subject, ...(visitor.amr && { amr: [...visitor.amr] }), ...(visitor.acr !== undefined && { acr: visitor.acr }) } }
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  })
  return {
    issuer, key,
    settings: { issuer, clientId, clientSecret, name: { zh: '海东统一身份', en: 'Haidong identity' }, claim: 'sub', acr },
    tamper: to => { change = to },
    asked: () => last,
    seat: who => { visitor = who },
    visit: async (address, who) => {
      visitor = who
      last = new URL(address).searchParams
      const jar = new Map<string, string>()
      for (let url = address, steps = 0; steps < 10; steps += 1) {
        const reply = await fetch(url, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
        for (const line of reply.headers.getSetCookie()) {
          const [pair = ''] = line.split(';')
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
        }
        const to = reply.headers.get('location')
        if (to === null) throw new Error(`the provider answered ${reply.status} at ${url}: ${(await reply.text()).slice(0, 500)}`)
        url = new URL(to, url).href
        if (!url.startsWith(issuer)) return url
      }
      throw new Error('the provider sends the browser in circles')
    },
    stop: () => new Promise(resolve => {
      server.closeAllConnections()
      server.close(() => { resolve() })
    }),
  }
}
