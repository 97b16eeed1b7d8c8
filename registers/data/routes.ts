import { bearerAt, type OfficeKind } from '../office-kinds.ts'
import type { DispatchLevel, RouteRow } from '../routes.ts'
import { categories } from './categories.ts'

/** Where a category is handled first: a level and a kind of office there. */
type Target = `county/${OfficeKind}` | `township/${'gov' | 'justice-office' | 'police-station'}` | 'village/committee'

/** Handled first at `first` (in villages at `rural`, where that differs); once handed up, by `above` at county or city. */
type Plan = { readonly first: Target; readonly rural?: Target; readonly above: OfficeKind }

const at = (kind: OfficeKind): Plan => ({ first: `county/${kind}`, above: kind })
const gov = (above: OfficeKind): Plan => ({ first: 'township/gov', above })

/** Which department a category is for. The community's own affairs stay in the village; what a town can settle itself stays in the town. */
const plans: Readonly<Record<string, Plan>> = {
  'road-damage': { first: 'county/housing', rural: 'county/transport', above: 'transport' },
  'village-road': gov('transport'),
  'street-light': { first: 'county/urban-management', rural: 'township/gov', above: 'urban-management' },
  'traffic-signs': at('public-security'),
  parking: { first: 'county/urban-management', rural: 'township/gov', above: 'urban-management' },
  'bus-service': at('transport'),
  'water-supply': { first: 'county/housing', rural: 'county/water', above: 'water' },
  'power-supply': at('development-reform'),
  heating: at('housing'),
  'gas-safety': at('housing'),
  drainage: { first: 'county/housing', rural: 'township/gov', above: 'housing' },
  telecoms: at('big-data'),
  rubbish: { first: 'county/urban-management', rural: 'township/gov', above: 'urban-management' },
  'public-toilet': { first: 'county/urban-management', rural: 'township/gov', above: 'urban-management' },
  noise: { first: 'county/urban-management', rural: 'township/police-station', above: 'ecology-environment' },
  'smoke-dust': { first: 'county/urban-management', rural: 'county/ecology-environment', above: 'ecology-environment' },
  'water-pollution': at('ecology-environment'),
  'livestock-waste': { first: 'county/ecology-environment', rural: 'township/gov', above: 'agriculture' },
  'illegal-building': { first: 'county/urban-management', rural: 'township/gov', above: 'natural-resources' },
  'unsafe-house': at('housing'),
  'property-service': { first: 'county/housing', rural: 'township/gov', above: 'housing' },
  'lift-safety': at('market-regulation'),
  'shared-space': { first: 'village/committee', above: 'housing' },
  homestead: gov('agriculture'),
  'land-contract': gov('agriculture'),
  'land-expropriation': at('natural-resources'),
  irrigation: { first: 'county/water', rural: 'township/gov', above: 'water' },
  'farm-subsidy': gov('agriculture'),
  'crops-livestock': at('agriculture'),
  'unpaid-wages': at('human-resources'),
  'social-insurance': at('human-resources'),
  'medical-insurance': at('medical-insurance'),
  'low-income': gov('civil-affairs'),
  'elderly-care': at('civil-affairs'),
  disability: at('disabled-federation'),
  'children-left-behind': gov('civil-affairs'),
  schooling: at('education'),
  'medical-care': at('health'),
  'fire-hazard': { first: 'county/fire-rescue', rural: 'township/gov', above: 'fire-rescue' },
  'natural-hazard': { first: 'township/gov', above: 'emergency' },
  'loose-animals': { first: 'township/police-station', rural: 'township/gov', above: 'public-security' },
  'public-order': { first: 'township/police-station', above: 'public-security' },
  'neighbour-dispute': { first: 'village/committee', above: 'justice' },
  'village-affairs': { first: 'village/committee', above: 'civil-affairs' },
  'village-facilities': { first: 'village/committee', above: 'agriculture' },
  'service-conduct': at('petitions'),
  consumer: at('market-regulation'),
}

const targetOf = (target: Target): { level: RouteRow['level']; kind: OfficeKind } => {
  const [level, kind] = target.split('/') as [RouteRow['level'], OfficeKind]
  return { level, kind }
}

const placeWords = { true: ['社区', 'in communities'], false: ['村', 'in villages'] } as const

const rule = (category: string, from: DispatchLevel, target: Target | `city/${OfficeKind}`, urban?: boolean): RouteRow => {
  const { level, kind } = targetOf(target as Target)
  const named = categories.find(one => one.code === category)
  const [zhPlace, enPlace] = urban === undefined ? ['', ''] : placeWords[`${urban}`]
  return {
    id: [category, from, ...(urban === undefined ? [] : [urban ? 'urban' : 'rural'])].join('.'),
    category, scope: '6302', from, level, kind, priority: 0, ...(urban !== undefined && { urban }),
    zh: `${zhPlace}“${named?.zh ?? category}”由${bearerAt(level, kind).zh}承办`,
    en: `“${named?.en ?? category}”${enPlace === '' ? '' : ` ${enPlace}`}: ${bearerAt(level, kind).en}`,
  }
}

const anything = (from: DispatchLevel): RouteRow => ({
  id: `any.${from}`, scope: '6302', from, level: from, kind: 'gov', priority: -1,
  zh: `没有专门规则的事项由${bearerAt(from, 'gov').zh}统筹承办`,
  en: `What no other rule names: ${bearerAt(from, 'gov').en}`,
})

/** The routing table as shipped, a product default for the whole city: where duties are divided otherwise, narrower rules go before these. */
export const routes: readonly RouteRow[] = [
  ...Object.entries(plans).flatMap(([category, { first, rural, above }]) => [
    ...(rural === undefined ? [rule(category, 'township', first)] : [rule(category, 'township', first, true), rule(category, 'township', rural, false)]),
    rule(category, 'county', `county/${above}`),
    rule(category, 'city', `city/${above}`),
  ]),
  anything('township'), anything('county'), anything('city'),
]
