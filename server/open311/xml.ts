/** What answers are made of: the same value leaves as JSON or as XML. */
export type Leaf = string | number | boolean | null
export type Tree = Leaf | readonly Tree[] | { readonly [name: string]: Tree }

/** What one element of a list is called in XML, by the list. */
const singular: { readonly [list: string]: string } = {
  services: 'service', service_requests: 'request', attributes: 'attribute', values: 'value', errors: 'error', endpoints: 'endpoint', formats: 'format',
}

// What XML 1.0 has no place for, written out or not.
const unwritable = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const escapes: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

const textOf = (value: Leaf): string => (value === null ? '' : String(value).replace(unwritable, '').replace(/[&<>"\r]/g, sign => escapes[sign] ?? ''))

const isList = (value: Tree): value is readonly Tree[] => Array.isArray(value)

const element = (name: string, value: Tree): string => {
  const inside = value === null || typeof value !== 'object' ? textOf(value)
    : isList(value) ? value.map(one => element(singular[name] ?? 'item', one)).join('')
      : Object.entries(value).map(([child, one]) => element(child, one)).join('')
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`
}

/** A value as an XML document. A list within is an element that holds one for each of its own: `values` holds `value`s. */
export const toXml = (root: string, value: Tree): string => `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`
