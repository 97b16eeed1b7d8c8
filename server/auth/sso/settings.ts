import { words, type Words } from '../../../kernel/words.ts'
import type { Settings } from '../../settings/settings.ts'
import type { ProviderSettings } from './provider.ts'

const bothOf = (label: string): Words => {
  const [zh = '', en = ''] = label.split('|').map(part => part.trim())
  return words(zh, en === '' ? zh : en)
}

/** The identity provider that the settings name; `undefined` where they name none. */
export const providerIn = ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_CLAIM, OIDC_ACR }: Settings): ProviderSettings | undefined =>
  OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined ? undefined : {
    issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: bothOf(OIDC_NAME), claim: OIDC_CLAIM, acr: OIDC_ACR?.split(/\s+/) ?? [],
  }
