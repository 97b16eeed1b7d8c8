import type { FastifyInstance } from 'fastify'

const policy = [
  "default-src 'self'",
  // antd writes its styles into <style> elements at run time, without a nonce we could give it; scripts stay strict.
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'", "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "media-src 'self' blob:",
  "manifest-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

type Headers = Readonly<Record<string, string>>

const always: Headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(self), camera=(self), microphone=(self), payment=(), usb=(), interest-cohort=()',
}

/** Headers that keep a browser from being turned against its user, by address. What the API answers is nobody's to keep. */
export const headersOf = (secure: boolean): (url: string) => Headers => {
  // Browsers heed these two over https alone, and complain of the first elsewhere.
  const headers = secure ? { ...always, 'Cross-Origin-Opener-Policy': 'same-origin', 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : always
  const api = { ...headers, 'Cache-Control': 'no-store' }
  return url => (url.startsWith('/api/') ? api : headers)
}

export const securityHeaders = (app: FastifyInstance, secure: boolean): void => {
  const headers = headersOf(secure)
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers(request.url))
    done()
  })
}
