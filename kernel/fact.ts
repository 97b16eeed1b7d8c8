import type { Citation } from '../regulation/citation.ts'
import type { Class } from './post.ts'
import type { Json, JsonObject, Words } from './words.ts'

/**
 * What a matter knows, one declared fact at a time. A declaration gives the label in both languages, the class,
 * how it is searched, its shape (for forms and OpenAPI), its check (for every door) and its masked form.
 */
export type FactKind =
  | 'text' | 'choice' | 'yesNo' | 'whole' | 'day' | 'instant' | 'region' | 'office' | 'account' | 'point'
  | 'files' | 'areas' | 'personName' | 'phone' | 'idNumber' | 'reference' | 'matter' | 'people' | 'offices' | 'regions' | 'rows'

/** `words`: found by any part of the text. `exact`: filterable by its value. `name`: found by name and pinyin. `digits`: by the last four. */
export type Search = 'words' | 'exact' | 'name' | 'digits'

export type FactTraits = Words & {
  /** Default `internal`. */
  readonly class?: Class
  readonly basis?: readonly Citation[]
  readonly search?: Search
  readonly hint?: Words
  /** Below its class nothing of it is given, not even a masked form. */
  readonly hidden?: true
  /** Read by those it is shared between, whatever its class: both sides of a dispute, or who asks for advice and the adviser (`isSharing`). */
  readonly shared?: true
  /** Read by the office that gave it and by no other, whatever clears them, and no grant opens it: what was said to a mediator in confidence. */
  readonly ofOffice?: true
  /** Kept from those the matter's facts are shared between (`isSharing`), with all that would tell that it is there: one side is not to learn that the police were warned of it. */
  readonly notForSides?: true
  /** Belongs to the stage in which it was given: cleared as the matter enters another. */
  readonly ofStage?: true
  /** Why it is never erased: it stands elsewhere too, as part of a public record. */
  readonly kept?: Words
}

/** A fault in one cell of a table: the row counted from 0, and the column by its name. */
export type Cell = { readonly row: number; readonly column: string; readonly why: Words }

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Words; readonly cells?: readonly Cell[] }

export type Fact<T extends Json = Json> = {
  readonly kind: FactKind
  readonly label: Words
  readonly class: Class
  readonly basis: readonly Citation[]
  readonly search?: Search
  readonly hint?: Words
  /** Below its class it is left out altogether; where a masked form must stand, it is the same for every value. */
  readonly hidden?: true
  /** Read by those it is shared between, whatever its class. */
  readonly shared?: true
  /** Read by the office that gave it and by no other. */
  readonly ofOffice?: true
  /** Kept, with its being there, from those the matter's facts are shared between. */
  readonly notForSides?: true
  /** Cleared as the matter enters another stage. */
  readonly ofStage?: true
  /** Why it is never erased. */
  readonly kept?: Words
  /** JSON Schema of the value, for OpenAPI and for forms (limits, options). */
  readonly schema: JsonObject
  /** Options of a closed choice, in order. */
  readonly options?: Readonly<Record<string, Words>>
  /** The register a `reference` is chosen from. */
  readonly register?: string
  /** The columns of `rows`, in order; `optional` names those that may be left empty. */
  readonly columns?: Facts
  readonly optional?: readonly string[]
  /** A column of `rows` in which no value stands twice. */
  readonly once?: string
  /** Tidies and judges a value from outside. Never throws. */
  check(value: unknown): Checked<T>
  /** What a reader below the fact's class sees. */
  mask(value: T): Json
}

/** Facts by name. `check` and `mask` are methods so that facts of every type may stand in one record. */
export type Facts = { readonly [name: string]: Fact }

export type ValueOf<F> = F extends Fact<infer T> ? T : never

/** The values a matter may hold; each may be absent until its step gave it. */
export type ValuesOf<F> = { readonly [K in keyof F]?: ValueOf<F[K]> }
