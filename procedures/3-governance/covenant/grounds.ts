import type { Words } from '../../../kernel/words.ts'

/**
 * Why a clause can't stand, each with its law. `tells`: words of a text by which it is pointed out to who drafts and who reviews; it decides
 * nothing. A law is named without the number of its article: no numbers were read from the texts in force, and what goes back to a village in
 * the township's name cites none that nobody confirmed. Whoever reviews adds the article in the reason.
 */
export type Ground = Words & { readonly law: Words; readonly tells?: RegExp }

const villages: Words = { zh: '《村民委员会组织法》', en: 'Organic Law of Village Committees' }

export const grounds = {
  fine: {
    zh: '罚款、收违约金、押金', en: 'Fines, forfeits, deposits',
    law: { zh: '《行政处罚法》：行政处罚只能由有权的行政机关实施', en: 'Administrative Penalty Law: penalties are for the competent administration alone' },
    tells: /罚款|罚金|处罚金|违约金|押金|保证金|罚[〇一二两三四五六七八九十百千万\d]+元|交[纳]?[〇一二两三四五六七八九十百千万\d]+元/u,
  },
  supply: {
    zh: '停水、停电、停气、停暖、断路', en: 'Cutting water, power, gas, heating or the way',
    law: { zh: '《行政强制法》', en: 'Administrative Compulsion Law' },
    tells: /[停断](?:水|电(?!动)|气|暖|网)|停止供[水电气暖热]|断水断电|堵路|封门/u,
  },
  benefit: {
    zh: '扣减或取消低保、救助、补贴、养老、医保等待遇', en: 'Cutting relief, subsidies, pensions or insurance',
    law: { zh: '《宪法》；《社会救助暂行办法》', en: 'Constitution; Interim Measures for Social Assistance' },
    tells: /(?:取消|扣[除减发]?|停发|不予?发放?|暂停|不得享受|不再享受).{0,12}(?:低保|救助|补贴|补助|养老|医保|五保|特困|惠农|待遇|优惠政策)/u,
  },
  service: {
    zh: '拒绝办证、盖章、出证明、上学、就医等公共服务', en: 'Refusing certificates, stamps, school, care or other services',
    law: { zh: '《宪法》；《国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见》', en: 'Constitution; State Council General Office, Opinions on restraints for dishonesty' },
    tells: /(?:不予?|拒绝|停止|暂停|不给|不得).{0,6}(?:盖章|办证|开具?证明|出具证明|入学|上学|就医|办理(?:任何)?(?:手续|业务|服务)|落户)/u,
  },
  shaming: {
    zh: '公开羞辱、曝光个人信息、上黑榜', en: 'Public shaming, exposing personal data, blacklists',
    law: { zh: '《民法典》', en: 'Civil Code' },
    tells: /曝光|黑榜|黑名单|游街|示众|检讨书|张榜(?:公布)?(?:姓名|名单)|广播(?:点名|批评)|公示.{0,6}(?:姓名|照片|身份证)/u,
  },
  compulsion: {
    zh: '强制劳动、限制人身自由、搜查', en: 'Forced work, confinement, searches',
    law: { zh: '《宪法》；《民法典》', en: 'Constitution; Civil Code' },
    tells: /强制|强行|扣留|关押|拘留|搜查|义务工.{0,4}(?:天|日|次)|罚工|驱逐|赶出/u,
  },
  property: {
    zh: '没收财物，收回承包地、宅基地，扣发集体收益', en: 'Taking goods, land or a share of the collective’s income',
    law: { zh: '《农村土地承包法》；《农村集体经济组织法》；《民法典》', en: 'Rural Land Contracting Law; Rural Collective Economic Organisations Law; Civil Code' },
    tells: /没收|收回.{0,6}(?:承包地|土地|宅基地|耕地)|(?:取消|扣[除减发]?|不予?).{0,8}(?:分红|收益分配|征地补偿|安置补偿|集体收益)/u,
  },
  votes: {
    zh: '剥夺选举、表决等民主权利', en: 'Taking away the vote or other democratic rights',
    law: { zh: '《宪法》；《村民委员会组织法》', en: 'Constitution; Organic Law of Village Committees' },
    tells: /(?:取消|剥夺|不得|停止).{0,8}(?:选举权|被选举|表决权|投票|参选|村民资格|成员资格)/u,
  },
  women: {
    zh: '侵害妇女权益，以婚姻状况区别对待', en: 'Disadvantaging women, or by marriage',
    law: { zh: '《妇女权益保障法》', en: 'Law on Women’s Rights and Interests' },
    tells: /外嫁女|出嫁女|嫁出|离婚妇女|丧偶|入赘|上门女婿/u,
  },
  kin: {
    zh: '牵连家人、亲属', en: 'Making relatives answer for it',
    law: villages,
    tells: /株连|连坐|(?:家属|亲属|子女|家人).{0,10}(?:取消|不得|扣|罚|影响)/u,
  },
  credit: {
    zh: '把村（居）内评价用于村（居）外，或挂钩失信惩戒', en: 'Carrying the village’s evaluation outside, or to sanctions for dishonesty',
    law: { zh: '《国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见》', en: 'State Council General Office, Opinions on restraints for dishonesty' },
    tells: /失信(?:被执行人|惩戒|名单)|征信|联合惩戒|上报(?:信用|征信)|贷款/u,
  },
  other: { zh: '与宪法、法律、法规、规章或者国家政策相抵触', en: 'Contrary to the constitution, law, regulations, rules or state policy', law: villages },
} as const satisfies Readonly<Record<string, Ground>>

export type GroundName = keyof typeof grounds

const all: Readonly<Record<GroundName, Ground>> = grounds

/** The grounds that words of a text point to, in their order. None is no proof that the text is lawful. */
export const pointsTo = (text: string): readonly GroundName[] =>
  (Object.keys(all) as readonly GroundName[]).filter(name => all[name].tells?.test(text))

/** A ground with its law, in one line of each language. */
export const groundWords = (name: GroundName): Words => ({ zh: `${grounds[name].zh}（${grounds[name].law.zh}）`, en: `${grounds[name].en} (${grounds[name].law.en})` })
