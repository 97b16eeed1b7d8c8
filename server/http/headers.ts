import type { FastifyInstance } from 'fastify'

/** Pages may ask nobody outside, but for the pictures behind the map where the site names a source of them. */
const policy = (tiles = ''): string => [
  "default-src 'self'",
  // antd writes its styles into <style> elements at run time, without a nonce we could give it; scripts stay strict.
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'", `img-src 'self' data: blob:${tiles}`, "font-src 'self' data:", `connect-src 'self'${tiles}`, "worker-src 'self'", "media-src 'self' blob:",
  "manifest-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

type Headers = Readonly<Record<string, string>>

const always: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(self), camera=(self), microphone=(self), payment=(), usb=(), interest-cohort=()',
}

/** Headers that keep a browser from being turned against its user, by address. What the API answers is nobody's to keep. */
export const headersOf = (secure: boolean, tiles?: string): (url: string) => Headers => {
  const policed = { ...always, 'Content-Security-Policy': policy(tiles === undefined ? '' : ` ${new URL(tiles.replaceAll(/[{}]/g, '')).origin}`) }
  // Browsers heed these two over https alone, and complain of the first elsewhere.
  const headers = secure ? { ...policed, 'Cross-Origin-Opener-Policy': 'same-origin', 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : policed
  const api = { ...headers, 'Cache-Control': 'no-store' }
  return url => (url.startsWith('/api/') ? api : headers)
}

export const securityHeaders = (app: FastifyInstance, secure: boolean, tiles?: string): void => {
  const headers = headersOf(secure, tiles)
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers(request.url))
    done()
  })
}
