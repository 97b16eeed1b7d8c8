/** One label in both languages; they stand together so that neither is forgotten. */
export type Words = { readonly zh: string; readonly en: string }

export const words = (zh: string, en: string): Words => ({ zh, en })

/** JSON as it crosses the wire and rests in the database. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
