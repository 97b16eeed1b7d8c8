import { Compile } from 'typebox/compile'
import { words, type Words } from '../../kernel/words.ts'
import { networkOf } from '../delivery/addresses.ts'
import { declared } from './declared.ts'
import type { SettingName, Settings } from './settings.ts'

/** What is wrong with one setting. */
export type SettingFault = { readonly name: string; readonly why: Words }

/** Settings that can't be used, each named. */
export class BadSettings extends Error {
  readonly faults: readonly SettingFault[]
  constructor(faults: readonly SettingFault[]) {
    super(faults.map(({ name, why }) => `${name}：${why.zh} · ${why.en}`).join('\n'))
    this.faults = faults
  }
}

type Declared = { readonly type?: string; readonly default?: unknown; readonly anyOf?: readonly { readonly const: string }[] }

const properties = declared.properties as unknown as Readonly<Record<SettingName, Declared>>
const validator = Compile(declared)

const truths: { readonly [word: string]: boolean } = { 1: true, true: true, on: true, yes: true, 0: false, false: false, off: false, no: false }

/** The environment knows only text: numbers and switches are read from it, all else stays. */
const readOne = ({ type }: Declared, raw: string): unknown =>
  type === 'integer' && /^\d+$/.test(raw) ? Number(raw) : type === 'boolean' ? truths[raw.toLowerCase()] ?? raw : raw

const faultOf = (name: SettingName): SettingFault => {
  const { type, anyOf } = properties[name]
  const { minimum, maximum, minLength = 1 } = properties[name] as { minimum?: number; maximum?: number; minLength?: number }
  if (type === 'integer') return { name, why: words(`须为 ${minimum ?? 0} 至 ${maximum ?? 0} 的整数`, `must be a whole number from ${minimum ?? 0} to ${maximum ?? 0}`) }
  if (type === 'boolean') return { name, why: words('须为 on 或 off', 'must be on or off') }
  if (anyOf) return { name, why: words(`须为 ${anyOf.map(one => one.const).join('、')} 之一`, `must be one of ${anyOf.map(one => one.const).join(', ')}`) }
  return minLength > 1
    ? { name, why: words(`至少 ${minLength} 个字符`, `needs ${minLength} characters or more`) }
    : { name, why: words('格式不正确', 'is not in the right form') }
}

/** What hangs together: an object store needs its address and keys; a server needs a secret that outlives this machine. */
const together = (values: Partial<Settings>): readonly SettingFault[] => {
  const missing = values.FILES === 's3'
    ? (['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const).filter(name => values[name] === undefined) : []
  const provider = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  const unnamed = provider.some(name => values[name] !== undefined) ? provider.filter(name => values[name] === undefined) : []
  return [
    ...unnamed.map(name => ({ name, why: words('单点登录须同时设置 OIDC_ISSUER、OIDC_CLIENT_ID、OIDC_CLIENT_SECRET', 'single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together') })),
    ...missing.map(name => ({ name, why: words('FILES=s3 时必须设置', 'is needed where FILES=s3') })),
    ...(values.SMTP_URL !== undefined && values.MAIL_FROM === undefined ? [{ name: 'MAIL_FROM', why: words('设置 SMTP_URL 时必须设置', 'is needed beside SMTP_URL') }] : []),
    ...(values.SMS_URL !== undefined && values.SMS_SECRET === undefined ? [{ name: 'SMS_SECRET', why: words('设置 SMS_URL 时必须设置', 'is needed beside SMS_URL') }] : []),
    ...((values.OUT_NETWORKS ?? '').split(',').some(text => text.trim() !== '' && networkOf(text) === undefined) ? [{ name: 'OUT_NETWORKS', why: words('须为网段，如 10.20.0.0/16', 'must be networks such as 10.20.0.0/16') }] : []),
    ...(values.SECRET !== undefined && values.KEY_FILE !== undefined ? [{ name: 'KEY_FILE', why: words('与 SECRET 只能设其一', 'can’t be set beside SECRET') }] : []),
    ...(values.SEAL_KEYS !== undefined && values.SEAL_KEY_FILE !== undefined ? [{ name: 'SEAL_KEY_FILE', why: words('与 SEAL_KEYS 只能设其一', 'can’t be set beside SEAL_KEYS') }] : []),
    ...(values.DATABASE_URL !== undefined && values.SECRET === undefined && values.KEY_FILE === undefined
      ? [{ name: 'SECRET', why: words('使用 PostgreSQL 服务器时须设 SECRET 或 KEY_FILE（丢失密钥即无法读取加密内容）', 'a PostgreSQL server needs SECRET or KEY_FILE (without the secret, sealed values can’t be read)') }] : []),
  ]
}

/** Reads and judges the settings of an environment. Throws `BadSettings` with every fault at once. Empty means not set. */
export const readSettings = (environment: { readonly [name: string]: string | undefined }): Settings => {
  const given = Object.entries(properties).flatMap(([name, property]) => {
    const raw = environment[name]?.trim()
    const value = raw === undefined || raw === '' ? property.default : readOne(property, raw)
    return value === undefined ? [] : [[name, value] as const]
  })
  const values = Object.fromEntries(given) as Partial<Settings>
  const wrong = [...new Set(validator.Errors(values).map(error => error.instancePath.split('/')[1] ?? ''))].filter((name): name is SettingName => name in properties)
  const faults = [...wrong.map(faultOf), ...together(values)]
  if (faults.length > 0) throw new BadSettings(faults)
  const DEMO = values.DEMO ?? values.DATABASE_URL === undefined
  return {
    DEMO,
    // In the demo anyone who reaches the site signs in as its city lead, without a password.
    HOST: DEMO ? 'localhost' : '0.0.0.0',
    SECOND_FACTOR: DEMO ? 'off' : 'administrators',
    PUBLIC_URL: `http://localhost:${values.PORT ?? 8080}`,
    ...values,
  } as Settings
}
