import type { Json } from '../../kernel/words.ts'
import type { Problem } from './common.ts'
import type { StepReply } from './matter.ts'

/** GET /api/outbox/key: what the field door seals to; `now` is the server’s clock. POST /api/outbox/acts/:id takes the sealed act and answers as the step would. */
export type OutboxKey = { readonly id: string; /** The 65 bytes of the P-256 point, base64url. */ readonly key: string; readonly now: string }

/** GET and PATCH /api/outbox/photos/:id: how many bytes of a sealed photo are here, and whether it is a file by now. */
export type Uploaded = { readonly at: number; readonly done: boolean }

/** POST /api/outbox/open: what was written, given back to who wrote it. */
export type WrittenAct = { readonly id: string; readonly procedure?: string; readonly matter?: string; readonly step: string; readonly input: { readonly [fact: string]: Json }; readonly photos: readonly { readonly file: string; readonly taken?: string }[] }

/** POST /api/outbox/import: what became of each act in a file from a phone, and before them the photos that were not taken. */
export type HandedIn = { readonly id: string; readonly photo?: true; readonly reply?: StepReply; readonly problem?: Problem }
