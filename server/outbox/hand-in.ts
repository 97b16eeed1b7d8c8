import type { Bytes } from '../../kernel/outbox/envelope.ts'
import { unpackFile } from '../../kernel/outbox/letter.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { actorOf } from '../../registers/posts.ts'
import type { Identity } from '../auth/identity.ts'
import { problemOf } from '../http/problem.ts'
import type { Site } from '../site.ts'
import type { HandedIn } from '../wire.ts'
import { takeSealed } from './acts.ts'
import { takeWhole } from './photos.ts'
import { notAFile, otherAccount } from './refusals.ts'

/** Bytes of one file: a phone writes several where it holds more. */
export const mostHanded = 64 * 1024 * 1024

type How = {
  readonly language: 'zh' | 'en'
  readonly instance: string
  /** What is told of an error. */
  readonly toldOf: (error: unknown) => Refusal
}

/**
 * Takes in a file from a phone: photos first, then acts in their order. Handed in twice, or sent by the phone as well, each is still done once. One that fails
 * holds up no other. Answers what became of each act, and which photos were not taken.
 */
export const handIn = async (site: Site, identity: Identity, bytes: Bytes, { language, instance, toldOf }: How): Promise<readonly HandedIn[] | Refusal> => {
  const file = unpackFile(bytes)
  if (!file) return notAFile()
  if (file.account !== identity.account) return otherAccount()
  const person = actorOf({ id: identity.account })
  const told: HandedIn[] = []
  for (const { id, bytes: sealed } of file.records.filter(one => one.what === 'photo')) {
    const answer = await takeWhole(site, person, id, sealed).catch(toldOf)
    if (isRefusal(answer)) told.push({ id, photo: true, problem: problemOf(answer, language, instance) })
  }
  for (const { id, bytes: sealed } of file.records.filter(one => one.what === 'act')) {
    const answer = await takeSealed(site, identity, { id, sealed }).catch(toldOf)
    told.push(isRefusal(answer) ? { id, problem: problemOf(answer, language, instance) } : { id, reply: answer })
  }
  return told
}
