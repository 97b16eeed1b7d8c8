import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { system } from '../../kernel/post.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { isWithin } from '../../kernel/region.ts'
import { words } from '../../kernel/words.ts'
import { accountOpening } from '../../procedures/2-foundations/access/account-opening.ts'
import { act } from '../../store/act.ts'
import { readMatter } from '../../store/read/matter.ts'
import { identityOf } from '../auth/guard.ts'
import { tidyName } from '../auth/user-name.ts'
import { limitAddress } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound, personOnly } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { acceptedSchema, invitationSchema } from '../schemas/accounts.ts'
import { idSchema } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import type { Accepted, Invitation } from '../wire.ts'

const tag = 'sign-in'

const shownBefore = () => refuse('shown-before', words('此邀请码已显示过，不再显示', 'This code was shown already, and is not shown again'), {
  remedy: words('如已遗失，请重发邀请码（或重设密码），说明理由', 'Where it was lost, invite again (or have the password set anew), with the reason'),
})

/** The steps that call for a code; each gives one. */
const inviting: readonly string[] = ['open', 'invite', 'reset']

/** The code for a first or a new password: shown once to who opened the account, used once by whom it is for. */
export const invitationRoutes = (app: App, site: Site): void => {
  const { house } = site

  app.post('/api/accounts/:id/invitation', {
    schema: {
      tag, says: { zh: '显示账号的邀请码，只显示一次', en: 'Show the code for an account, once' },
      params: Type.Object({ id: idSchema }), body: Type.Object({}, { additionalProperties: false }), response: { 200: invitationSchema },
    },
  }, async (request, reply): Promise<Invitation | typeof reply> => {
    const { actor, program } = identityOf(request)
    if (program !== undefined) return sendRefusal(request, reply, personOnly())
    if (actor.kind !== 'systemAdmin') return sendRefusal(request, reply, noRight('邀请码只给系统管理员', 'The code is for a system administrator'))
    const page = await house.database.scoped(actor, tx => readMatter(tx, house, actor, request.params.id))
    if (page?.procedure.name !== accountOpening.name || !isWithin(page.matter.region, actor.region)) return sendRefusal(request, reply, notFound())
    const { stage, clocks } = page.matter
    const asked = page.entries.findLast(entry => inviting.includes(entry.step))
    const until = clocks['stage']?.due
    if (asked === undefined || until === undefined || (stage !== 'invited' && stage !== 'renewing')) return sendRefusal(request, reply, refuse('wrong-stage', words('此账号现在没有待用的邀请码', 'The account awaits no code now')))
    // Whoever asked for it answers for it: another administrator invites again, in their own name.
    if (asked.actor.account !== actor.account) return sendRefusal(request, reply, shownBefore())
    const code = await site.invitations.make(request.params.id, asked.seq, new Date(until))
    return code === undefined ? sendRefusal(request, reply, shownBefore()) : { code, until }
  })

  app.post('/api/invitations/accept', {
    preHandler: limitAddress(app, site.limits.signIn),
    schema: {
      open: true, tag, says: { zh: '凭邀请码设置密码', en: 'Set one’s password by the code' },
      body: Type.Object({ code: Type.String({ maxLength: 60 }), password: Type.String({ maxLength: 200 }) }, { additionalProperties: false }), response: { 200: acceptedSchema },
    },
  }, async (request, reply): Promise<Accepted | typeof reply> => {
    const { code, password } = request.body
    const accepted = await site.invitations.accept(code, password, site.now(), async account => {
      // An account that the first command made has no matter; one in use already stays so.
      await act(house, system, { id: randomUUID(), matter: account, step: 'activate', input: {} }, site.now())
    })
    if (isRefusal(accepted)) return sendRefusal(request, reply, accepted)
    await site.lockout.forget(tidyName(accepted.name) ?? accepted.name)
    return { name: accepted.name }
  })
}
