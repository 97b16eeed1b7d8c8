import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/post.ts'
import type { Directory } from '../../registers/directory.ts'
import { identityOf } from '../auth/guard.ts'
import { languageOf } from '../http/language.ts'
import type { Site } from '../site.ts'

export type Language = 'zh' | 'en'

/** For whom a view is made: who reads, in which language, when, with which directory. */
export type Reader = { readonly actor: Actor; readonly language: Language; readonly now: Date; readonly directory: Directory }

export const readerOf = (site: Site, request: FastifyRequest): Reader => ({
  actor: identityOf(request).actor, language: languageOf(request.headers['accept-language']), now: site.now(), directory: site.directory.now,
})
