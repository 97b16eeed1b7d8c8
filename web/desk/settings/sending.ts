import { words, type Words } from '../../../kernel/words.ts'

/** Where a delivery stands, in words. */
export const states = { waiting: { zh: '待发', en: 'Waiting' }, sent: { zh: '已送达', en: 'Delivered' }, dead: { zh: '失败', en: 'Failed' }, discarded: { zh: '管理员已搁置', en: 'Laid aside by an administrator' } } as const

/** Ways things are sent. */
export const ways = { webhook: { zh: '程序推送', en: 'To a program' }, push: { zh: '浏览器推送', en: 'Browser push' }, email: { zh: '邮件', en: 'Mail' }, sms: { zh: '短信', en: 'Text message' } } as const

const whys: { readonly [why: string]: Words } = {
  'not-allowed': words('地址不在允许范围', 'address not allowed'), 'no-connection': words('无法连接', 'no connection'), 'no-such-host': words('找不到主机', 'no such host'),
  'too-slow': words('超时', 'too slow'), 'certificate': words('证书无效', 'bad certificate'), 'sign-in': words('本站在对方登录失败', 'we could not sign in there'), 'address': words('地址无效', 'bad address'),
  'refused': words('对方拒收', 'refused'), 'failed': words('发送出错', 'failed'),
}

/** What may be done about it. */
const remedies: { readonly [why: string]: Words } = {
  'not-allowed': words('确需推送的内网地址，在 OUT_NETWORKS 中开放后重发', 'Open the network by OUT_NETWORKS where it is one of our own, then send again'), 'no-connection': words('检查网络和对方服务后重发', 'Check the network and the other side, then send again'),
  'no-such-host': words('检查 DNS，或请对方更正地址', 'Check DNS, or ask the owner to mend the address'), 'too-slow': words('对方 10 秒内未答复；稍后重发', 'It did not answer in 10 seconds; send again later'),
  'certificate': words('请对方更新证书', 'Ask the owner to renew the certificate'), 'sign-in': words('检查邮件服务器的用户名和密码（SMTP_URL）', 'Check the user and password of the mail server (SMTP_URL)'),
  'address': words('请本人更正地址；原消息可搁置', 'Ask the person to mend the address; lay this aside'), 'refused': words('看状态码，与对方核对', 'See the status and ask the other side'), 'failed': words('看服务器日志', 'See the server’s log'),
}

export const whyNot = (why: string | undefined): Words | undefined => (why === undefined ? undefined : whys[why])
export const whatToDo = (why: string | undefined): Words | undefined => (why === undefined ? undefined : remedies[why])
