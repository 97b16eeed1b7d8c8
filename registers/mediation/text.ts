export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A region, and within it only the very places named, where some are. */
export type Where = { readonly county: string; readonly region: string; readonly places?: readonly string[] | undefined }
