import { notify } from '../../../kernel/effect.ts'
import { office, personName, phone, reference, region, text } from '../../../kernel/facts.ts'
import { accessOffice } from '../../../kernel/appoint.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { regionOfOffice } from '../../../kernel/post.ts'
import { faultAt, type FaultOf } from '../../../kernel/refusal.ts'
import { isWithin } from '../../../kernel/region.ts'
import { tidyName } from '../../../kernel/user-name.ts'
import { post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'

/** What the register says of an account already there. */
export type KnownAccount = { readonly name: string }

const facts = {
  region: region({ zh: '工作所在地', en: 'Place of work', class: 'public', levels: ['city', 'county', 'township', 'village'] }),
  office: office({ zh: '工作单位', en: 'Office', class: 'public' }),
  name: personName({ zh: '姓名', en: 'Name', class: 'internal' }),
  userName: text({ zh: '用户名', en: 'User name', min: 2, max: 40, hint: words('2 至 40 个文字、数字或 . _ -，用于登录', '2 to 40 letters, digits or . _ -; used to sign in') }),
  phone: phone({ zh: '手机号', en: 'Phone' }),
  account: reference('account', { zh: '账号', en: 'Account', class: 'public' }),
  reason: text({ zh: '理由', en: 'Reason', min: 2, max: 300, lines: 2 }),
}

const fault: FaultOf<typeof facts> = faultAt

const administrator = post('systemAdmin')

/**
 * 账号开立: a system administrator opens the account of somebody who will work in an office, renames and closes it. It gives no right: a post
 * does, and that is for others to give. The code for the first sign-in is shown once, apart from the record (Art. 20.2).
 */
export const accountOpening = procedure('account-opening', {
  title: words('账号开立', 'Account'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts,
  heading: 'name',
  place: 'region',
  needs: { known: need<KnownAccount>('account', c => ({ account: c.facts['account'] ?? null })) },
  records: ['account'],
  stages: {
    invited: { zh: '待首次登录', en: 'Invited', due: within('access.invitation', 'lapse') },
    active: { zh: '使用中', en: 'In use', settled: true, waits: words('账号使用至停用为止', 'An account lasts until it is closed') },
    renewing: { zh: '待重设密码', en: 'Password to be set anew', due: within('access.invitation', 'expire') },
    closed: { zh: '已停用', en: 'Closed', final: true },
  },
  steps: {
    open: {
      zh: '开立账号', en: 'Open an account', opens: 'invited', basis: ['20.2'], by: [administrator], asks: ['region', 'office', 'name', 'userName', 'phone?', 'reason'],
      causes: words('账号只用于登录；办事的岗位须另行任命', 'It serves to sign in only; a post to work from is given apart'),
      then: c => {
        const userName = tidyName(c.input.userName ?? '')
        const works = regionOfOffice(c.input.office ?? '')
        if (userName === undefined) return fault('userName', '2 至 40 个文字、数字或 . _ -', '2 to 40 letters, digits or . _ -')
        if (!isWithin(works, c.actor.region) || !isWithin(c.matter.region, works)) return fault('office', '须为您辖区内、管辖该地的单位', 'It must be an office of your own area that answers for the place')
        return {
          holder: { office: accessOffice(c.matter.region) }, set: { userName }, parties: [{ role: 'reporter', account: c.actor.account }],
          effects: [{ do: 'record', register: 'account', row: { do: 'open', account: c.matter.id, by: c.actor.post ?? '', region: c.matter.region, name: c.input.name ?? '', userName } }],
        }
      },
    },
    invite: {
      zh: '重发邀请码', en: 'Invite again', from: ['invited'], to: 'invited', basis: ['20.2'], by: [administrator], asks: ['reason'],
      causes: words('原邀请码作废，有效期重新计算', 'The code before no longer holds, and its time begins anew'),
      then: c => ({ effects: [{ do: 'record', register: 'account', row: { do: 'invite', account: c.matter.id, by: c.actor.post ?? '' } }] }),
    },
    activate: { zh: '启用', en: 'Come into use', from: ['invited', 'renewing'], to: 'active', basis: ['20.2'], by: [thePlatform] },
    reset: {
      zh: '重设密码', en: 'Have the password set anew', from: ['active', 'renewing'], to: 'renewing', basis: ['20.2'], by: [administrator], asks: ['reason'],
      causes: words('原密码作废，各处登录和程序立即退出，并通知本人', 'The password, every sign-in and every program end at once, and the person is told'),
      then: c => ({
        effects: [
          { do: 'record', register: 'account', row: { do: 'reset', account: c.matter.id, by: c.actor.post ?? '' } },
          notify({ account: c.matter.id }, words('系统管理员已要求重设您的密码；如非您本人申请，请告知安全管理员', 'A system administrator had your password set anew; if you did not ask for it, tell the security administrator')),
        ],
      }),
    },
    expire: { zh: '重设逾期', en: 'The code lapses', from: ['renewing'], to: 'active', basis: ['20.2'], by: [theClock] },
    rename: {
      zh: '更名', en: 'Rename', from: ['invited', 'active', 'renewing'], basis: ['20.2'], by: [administrator], asks: ['name', 'reason'],
      then: c => ({
        effects: [
          { do: 'record', register: 'account', row: { do: 'rename', account: c.matter.id, by: c.actor.post ?? '', name: c.input.name ?? '' } },
          notify({ account: c.matter.id }, words('您账号上的姓名已更改', 'The name on your account was changed')),
        ],
      }),
    },
    close: {
      zh: '停用账号', en: 'Close the account', from: ['invited', 'active', 'renewing'], to: 'closed', basis: ['20.2'], by: [administrator], asks: ['reason'],
      causes: words('岗位、登录和程序立即结束；恢复须重新开立', 'Its posts, sign-ins and programs end at once; to come back it is opened anew'),
      then: c => ({ effects: [{ do: 'record', register: 'account', row: { do: 'close', account: c.matter.id, by: c.actor.post ?? '' } }] }),
    },
    closeKnown: {
      zh: '停用既有账号', en: 'Close an account of before', opens: 'closed', basis: ['20.2'], by: [administrator], asks: ['region', 'account', 'reason'], needs: ['known'],
      causes: words('用于未经本程序开立的账号：岗位、登录和程序立即结束', 'For accounts not opened by this procedure: their posts, sign-ins and programs end at once'),
      then: c => (c.needs.known === undefined
        ? fault('account', '没有这个账号，或已停用', 'There is no such account, or it is closed')
        : {
          set: { name: c.needs.known.name }, parties: [{ role: 'reporter', account: c.actor.account }],
          effects: [{ do: 'record', register: 'account', row: { do: 'close', account: c.input.account ?? '', by: c.actor.post ?? '', known: true } }],
        }),
    },
    lapse: {
      zh: '逾期未启用', en: 'Lapse', from: ['invited'], to: 'closed', basis: ['20.2'], by: [theClock],
      then: c => ({ effects: [{ do: 'record', register: 'account', row: { do: 'close', account: c.matter.id } }, notify({ party: 'reporter' }, words('邀请码逾期未用，账号已停用', 'Nobody used the code in time; the account was closed'))] }),
    },
  },
  list: { columns: ['office'] },
})
