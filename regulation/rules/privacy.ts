import type { Provenance, Row } from './rule.ts'
import { byDefault, checked } from './source.ts'

const kept = (zh: string, en: string) => byDefault(`${zh}，自事项办结起算`, `${en}, counted from the end of the matter`, '20.2')

/**
 * How long after the end of a matter what is personal in it is kept, by kind (`retention.<kind>`) and for procedures that differ
 * (`retention.<procedure>.<kind>`). Statute asks for the shortest time the purpose needs and names none (Personal Information Protection Law 19).
 */
const retentionRules = [
  { name: 'retention.contact', value: 24, unit: 'months', ...kept('联系方式等敏感信息的保存期限', 'how long contact details and other sensitive data are kept') },
  { name: 'retention.photos', value: 36, unit: 'months', ...kept('照片和材料的保存期限', 'how long photos and papers are kept') },
  { name: 'retention.text', value: 60, unit: 'months', ...kept('文字内容和位置的保存期限', 'how long what was written is kept') },
  { name: 'retention.request.contact', value: 12, unit: 'months', ...kept('诉求联系方式的保存期限', 'how long the contact details of a request are kept') },
  { name: 'retention.request.photos', value: 24, unit: 'months', ...kept('诉求照片的保存期限', 'how long the photos of a request are kept') },
  // What both sides signed is needed as long as it can be enforced or disputed, and a mediation’s file is an archive: the county’s archive rule decides.
  { name: 'retention.dispute.contact', value: 120, unit: 'months', ...kept('纠纷卷宗中当事人等敏感信息的保存期限，以当地档案规定为准', 'how long the sides and what they said stand in the file of a dispute; the local rule on archives decides') },
  { name: 'retention.dispute.photos', value: 120, unit: 'months', ...kept('纠纷卷宗材料的保存期限，以当地档案规定为准', 'how long the papers of a dispute are kept; the local rule on archives decides') },
  { name: 'retention.dispute.text', value: 120, unit: 'months', ...kept('纠纷卷宗文字内容的保存期限，以当地档案规定为准', 'how long what was written in a dispute is kept; the local rule on archives decides') },
  { name: 'retention.roll', value: 36, unit: 'months', ...kept('表决名册姓名的保存期限', 'how long the names on a roll of voters are kept') },
  // Proof that a right was honoured, or consent given, is kept as long as a claim may be brought (Civil Code 188: three years).
  { name: 'retention.data-request.contact', value: 36, unit: 'months', ...kept('个人信息权利申请中敏感信息的保存期限', 'how long the sensitive data of a data request is kept') },
  { name: 'retention.data-request.text', value: 36, unit: 'months', ...kept('个人信息权利申请文字内容的保存期限', 'how long what was written in a data request is kept') },
  { name: 'retention.consent.contact', value: 36, unit: 'months', ...kept('同意记录中敏感信息的保存期限', 'how long the sensitive data of a consent is kept') },
  { name: 'retention.consent.text', value: 36, unit: 'months', ...kept('同意记录文字内容的保存期限', 'how long what was written in a consent is kept') },
] as const

const noArchiveRule = {
  from: '2023-02-01', kind: 'default', article: '20.2', checked, confirmed: false,
  source: {
    zh: '平台默认：未采纳档案保管期限，办结后至少保留 1 个月备查；以档案主管部门的规定为准，采纳后不得早于该期限删除',
    en: 'Product default: no archive period is adopted, so a month after the end in which answers may yet be owed; that of the archive authority decides, and nothing is erased before it ends',
  },
} as const satisfies Provenance

/** How long it must be kept at the least, by what an archive rule asks. Neither time nor request erases anything sooner. */
const archiveRules = [
  { name: 'archive.contact', value: 1, unit: 'months', ...noArchiveRule },
  { name: 'archive.photos', value: 1, unit: 'months', ...noArchiveRule },
  { name: 'archive.text', value: 1, unit: 'months', ...noArchiveRule },
] as const

// The amendment of 2025-10-28 is in force since 2026-01-01 and renumbers articles; the figure is carried on until it was compared.
const logRules = [
  {
    name: 'retention.log', value: 6, unit: 'months', from: '2017-06-01', kind: 'national', article: '20.2', checked, confirmed: false,
    source: { zh: '《网络安全法》第二十一条第三项：网络日志留存不少于六个月（2016年文本；2026年1月1日起施行的修改文本条号待核）', en: 'Cybersecurity Law, Art. 21(3): network logs are kept for at least six months (text of 2016; its number in the amendment in force since 2026-01-01 is still to be compared)' },
  },
] as const

/** A person's rights in their own data (Personal Information Protection Law 44–50), and how long a hold may keep what is due. */
const rightsRules = [
  {
    name: 'data-request.answer', value: 15, unit: 'workingDays', from: '2023-02-01', kind: 'default', article: '20.2', checked, confirmed: false,
    source: { zh: '平台默认：个人信息保护法第四十五条、第五十条要求“及时”，未定天数', en: 'Product default: the Personal Information Protection Law (Art. 45, 50) says “promptly” and sets no number of days' },
  },
  { name: 'data-request.extension', value: 15, unit: 'workingDays', ...byDefault('答复个人信息权利申请可延长一次的期限', 'the one extension for answering a data request', '20.2') },
  { name: 'data-request.attest', value: 5, unit: 'workingDays', ...byDefault('村（居）委会核实监护关系', 'the committee attests the guardian', '20.2') },
  { name: 'consent.attest', value: 10, unit: 'workingDays', ...byDefault('村（居）委会核实监护人同意，逾期失效', 'the committee attests a guardian’s consent, else it lapses', '20.2') },
  { name: 'retention-hold.longest', value: 12, unit: 'months', ...byDefault('一次暂缓删除的最长期限', 'the longest a single hold may last', '20.2') },
] as const

export const privacyRules = [...retentionRules, ...archiveRules, ...logRules, ...rightsRules] as const satisfies readonly Row[]
