import { SMTPServer } from 'smtp-server'

export type Mail = { readonly from: string; readonly to: readonly string[]; readonly raw: string }

/** A real mail server on this machine that keeps what it is given, or refuses it by a code. */
export type Mailbox = { readonly url: string; readonly mails: Mail[]; refuses(code: number | undefined): void; close(): Promise<void> }

export const openMailbox = async (): Promise<Mailbox> => {
  const mails: Mail[] = []
  let refusal: number | undefined
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, callback) => { callback(refusal === undefined ? undefined : Object.assign(new Error('not here'), { responseCode: refusal })) },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(one => one.address), raw: Buffer.concat(parts).toString('utf8') })
        callback()
      })
    },
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', () => { resolve() }) })
  const bound = server.server.address()
  return {
    url: `smtp://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`, mails,
    refuses: code => { refusal = code },
    close: () => new Promise(resolve => { server.close(() => { resolve() }) }),
  }
}

/** The words of a mail, decoded. */
export const wordsOf = ({ raw }: Mail): { readonly subject: string; readonly text: string } => {
  const split = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, split).replace(/\r\n[ \t]+/g, ' ')
  const encoded = /^Subject: (.*)$/m.exec(head)?.[1] ?? ''
  const subject = encoded.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
    (how.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : Buffer.from(text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1')).toString('utf8'))
  const body = raw.slice(split + 4)
  const text = /^Content-Transfer-Encoding: base64$/im.test(head) ? Buffer.from(body, 'base64').toString('utf8')
    : /^Content-Transfer-Encoding: quoted-printable$/im.test(head) ? Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8') : body
  return { subject, text }
}
