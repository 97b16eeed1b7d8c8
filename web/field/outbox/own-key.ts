import { base } from './base.ts'

/** The key to what rests here where no PIN was set. This phone holds it and gives it to nobody: pages use it, and neither read it out nor write it down. */
export const ownKey = async () => {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const tx = (await base()).transaction('notes', 'readwrite')
  const take = async (): Promise<typeof made> => {
    const before: unknown = await tx.store.get('own-key')
    if (before instanceof CryptoKey) return before
    await tx.store.put(made, 'own-key')
    return made
  }
  // Two tabs that begin at once end with one key.
  const [key] = await Promise.all([take(), tx.done])
  return key
}
