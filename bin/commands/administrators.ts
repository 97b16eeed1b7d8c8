import { createInterface } from 'node:readline/promises'
import { system, postKinds } from '../../kernel/post.ts'
import { checkPersonName } from '../../kernel/identifiers.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { tidyName } from '../../kernel/user-name.ts'
import { adoptedRules } from '../../registers/rules.ts'
import { invitations } from '../../server/auth/invitations.ts'
import { makeLibrary } from '../../server/auth/library.ts'
import { appointFirst, firstKinds, type FirstKind, type FirstPerson } from '../../server/first-administrators.ts'
import { lawWith } from '../../server/law.ts'
import { keyFor } from '../../server/settings/keys.ts'
import { textOf, type Command, type Given } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const options = { systemAdmin: 'system', securityAdmin: 'security', auditor: 'auditor', lead: 'lead' } as const satisfies Record<FirstKind, string>

/** `马晓梅:ma.xiaomei`. */
const personIn = (kind: FirstKind, text: string): FirstPerson => {
  const [name = '', userName = ''] = text.split(/[:：]/)
  const [checked, tidy] = [checkPersonName(name), tidyName(userName)]
  if (!checked.ok || tidy === undefined) throw new Stop(`--${options[kind]} 须为“姓名:用户名”：${text}`, `--${options[kind]} takes NAME:USERNAME: ${text}`, 2)
  return { kind, name: checked.value, userName: tidy }
}

/** Those given on the command line; who is missing is asked for, a line each. */
const peopleIn = async (given: Given): Promise<readonly FirstPerson[]> => {
  const lines = createInterface({ input: process.stdin })
  const typed = lines[Symbol.asyncIterator]()
  const people: FirstPerson[] = []
  for (const kind of firstKinds) {
    let text = textOf(given, options[kind])
    if (text === undefined) {
      say(`${postKinds[kind].zh}（姓名:用户名）：`, `${postKinds[kind].en} (NAME:USERNAME):`)
      const line = await typed.next()
      text = line.done === true ? '' : line.value
    }
    people.push(personIn(kind, text.trim()))
  }
  lines.close()
  if (new Set(people.map(person => person.userName)).size < people.length) throw new Stop('用户名不能重复：三类管理员不得兼任', 'Each needs a user name of their own: no account holds two kinds of administrator', 2)
  return people
}

/** The first administrators of a site and its city lead. Each code is printed once, for its holder alone. */
export const administrators: Command = {
  usage: 'administrators [--system NAME:USER] [--security NAME:USER] [--auditor NAME:USER] [--lead NAME:USER]',
  zh: '设立首任系统、安全、审计管理员和市负责人，输出各自的一次性邀请码；已有管理员则拒绝', en: 'create the first three administrators and the city lead, and print a one-time code for each; refused where there are any',
  options: Object.fromEntries(Object.values(options).map(name => [name, { type: 'string' }])),
  run: async given => {
    const people = await peopleIn(given)
    const { database, secret, settings } = await openPlace()
    try {
      const library = makeLibrary(database, { secret: keyFor(secret, 'sign-in').toString('base64url'), url: settings.PUBLIC_URL, sessionDays: settings.SESSION_DAYS })
      const law = lawWith(await database.scoped(system, adoptedRules))
      const invited = await appointFirst(database, { law, invitations: invitations(database, library) }, people, new Date())
      if (isRefusal(invited)) throw new Stop(`${invited.why.zh}。${invited.remedy?.zh ?? ''}`, `${invited.why.en}. ${invited.remedy?.en ?? ''}`)
      say('请把邀请码分别交给本人，不再显示：', 'Hand each code to its holder; it is not shown again:')
      for (const { kind, name, userName, code, until } of invited) console.log([postKinds[kind].zh, postKinds[kind].en, name, userName, code, until.toISOString()].join('\t'))
    } finally {
      await database.close()
    }
  },
}
