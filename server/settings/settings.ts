import type { Static } from 'typebox'
import type { SecondFactor } from '../auth/needs-factor.ts'
import type { declared } from './declared.ts'

/** The settings as read and judged. */
export type Settings = Static<typeof declared> & { readonly DEMO: boolean; readonly HOST: string; readonly PUBLIC_URL: string; readonly SECOND_FACTOR: SecondFactor }

export type SettingName = keyof Static<typeof declared>
