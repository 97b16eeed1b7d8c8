import { matters } from './matters.ts'
import { consents, files, notices, rolls } from './others.ts'
import { account, posts, sessions } from './person.ts'
import { calendars, channels, webhooks } from './sent-out.ts'
import type { Section } from './section.ts'

/** Everything kept about a person, in the order in which it is told. A register that begins to keep something of people adds its section here. */
export const sections: readonly Section[] = [account, posts, consents, matters, rolls, notices, files, sessions, channels, calendars, webhooks]
