import type { Words } from './words.ts'

/** Data classes, lowest first. A post reads up to its clearance; above it a grant is needed (Art. 20.2). */
export const classes = {
  public: { zh: '公开', en: 'Public', rank: 0 },
  internal: { zh: '内部', en: 'Internal', rank: 1 },
  sensitive: { zh: '敏感', en: 'Sensitive', rank: 2 },
  confidential: { zh: '机密', en: 'Confidential', rank: 3 },
} as const satisfies Record<string, Words & { rank: number }>

export type Class = keyof typeof classes

export const reads = (clearance: Class, wanted: Class): boolean => classes[clearance].rank >= classes[wanted].rank

/**
 * How far a post sees: every matter in its region, those its office holds or has taken part in,
 * or only those the person is a party to.
 */
export type Reach = 'region' | 'office' | 'own'

type PostTraits = Words & { readonly reach: Reach; readonly clearance: Class; readonly acts: boolean }

/** The kinds of post. `acts: false` reads and never changes. `resident` is what anyone is without a post. */
export const postKinds = {
  resident: { zh: '居民', en: 'Resident', reach: 'own', clearance: 'public', acts: true },
  gridWorker: { zh: '网格员', en: 'Grid worker', reach: 'region', clearance: 'internal', acts: true },
  committee: { zh: '村（居）委会', en: 'Village committee', reach: 'region', clearance: 'internal', acts: true },
  dispatcher: { zh: '分派员', en: 'Dispatcher', reach: 'region', clearance: 'sensitive', acts: true },
  handler: { zh: '承办人', en: 'Handler', reach: 'office', clearance: 'sensitive', acts: true },
  mediator: { zh: '调解员', en: 'Mediator', reach: 'office', clearance: 'sensitive', acts: true },
  lead: { zh: '负责人', en: 'Lead', reach: 'region', clearance: 'sensitive', acts: true },
  hotline: { zh: '热线话务员', en: 'Hotline clerk', reach: 'office', clearance: 'sensitive', acts: true },
  deputy: { zh: '人大代表', en: 'Deputy', reach: 'region', clearance: 'public', acts: true },
  auditor: { zh: '审计员', en: 'Auditor', reach: 'region', clearance: 'public', acts: false },
  systemAdmin: { zh: '系统管理员', en: 'System administrator', reach: 'own', clearance: 'public', acts: true },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator', reach: 'own', clearance: 'internal', acts: true },
} as const satisfies Record<string, PostTraits>

export type PostKind = keyof typeof postKinds

/**
 * Who acts, and from which post. `post` is absent for a resident acting for themselves.
 * The clock and the platform's own follow-ups act as `system`, never as a person.
 */
export type Actor = {
  readonly account: string
  readonly kind: PostKind | 'clock' | 'system'
  readonly post?: string
  readonly office?: string
  /** The region of the post; for a resident the village lived in. */
  readonly region: string
  readonly clearance: Class
  /** Whether the post holds any grant to read beyond its own reach. */
  readonly granted?: true
  /** A program acts for them: what is confined to a village is not for it. */
  readonly program?: true
}

export const clock: Actor = { account: 'clock', kind: 'clock', region: '', clearance: 'confidential' }
export const system: Actor = { account: 'system', kind: 'system', region: '', clearance: 'confidential' }

/** Offices are named by region and kind: `630202/transport`. The kind says what an office is for. */
export type OfficeCode = string

export const officeCode = (region: string, kind: string): OfficeCode => `${region}/${kind}`
export const regionOfOffice = (office: OfficeCode): string => office.slice(0, office.indexOf('/'))
export const kindOfOffice = (office: OfficeCode): string => office.slice(office.indexOf('/') + 1)

