type Row = { readonly [name: string]: unknown }

/** What a step hands over, by name; empty where it is of another kind. */
export const textIn = (row: Row, name: string): string => { const value = row[name]; return typeof value === 'string' ? value : '' }
export const textsIn = (row: Row, name: string): readonly string[] => { const value = row[name]; return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [] }
