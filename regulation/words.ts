/** A label or sentence in both languages; they stand together so that neither is forgotten. */
export type Words = { readonly zh: string; readonly en: string }
