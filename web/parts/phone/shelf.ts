/** What the phone remembers. Private modes and full phones refuse storage: then things last as long as the page. */
const memory = new Map<string, string>()

export const remember = (key: string, value: string): void => {
  memory.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // Kept in memory above.
  }
}

export const recall = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? memory.get(key)
  } catch {
    return memory.get(key)
  }
}

/** Forgets every key that begins so. */
export const forget = (begins: string): void => {
  for (const key of [...memory.keys()].filter(k => k.startsWith(begins))) memory.delete(key)
  try {
    for (const key of Object.keys(localStorage).filter(k => k.startsWith(begins))) localStorage.removeItem(key)
  } catch {
    // Nothing was stored.
  }
}
