import type { Chapter } from '../duty.ts'
import { continuous, whenItArises } from './periods.ts'

export const chapter6: Chapter = {
  number: 6,
  title: { zh: '法律责任', en: 'Liability' },
  articles: [
    {
      number: 49,
      title: { zh: '责任衔接', en: 'Other laws first' },
      gist: {
        zh: '其他法律法规已经规定责任的，按那些规定处理。',
        en: 'Where another law already sets the liability, that law applies.',
      },
      duties: [
        {
          id: '49-1', basis: '49', force: 'must', bearer: ['competent-authority'], implied: true,
          action: { zh: '处理违反本条例的行为时，先适用已有规定的法律法规', en: 'When dealing with a breach, apply the law that already governs it' },
          period: whenItArises,
          evidence: { zh: '处理所依的法律及移送记录', en: 'The law applied, and the referral' },
          procedures: ['breach'],
        },
      ],
    },
    {
      number: 50,
      title: { zh: '失职与转嫁的责任', en: 'Neglect and passing work down' },
      gist: {
        zh: '不履职的单位和人员依法处分；县乡擅自下压、直接派活或不给条件的，纠正并通报，严重的追究人员责任。',
        en: 'Neglect is sanctioned; a county or township that passes its work down, tasks communities directly or withholds conditions is corrected and criticised, in serious cases its officers answer.',
      },
      duties: [
        {
          id: '50.1-1', basis: '50.1', force: 'must', bearer: ['competent-authority'],
          action: { zh: '对不履行治理责任的单位和责任人依法处分', en: 'Sanction units and persons who do not carry out their duties, by law' },
          period: whenItArises,
          evidence: { zh: '核实、听取意见和移送处理记录', en: 'Verification, hearing, and referral for sanction' },
          procedures: ['breach'],
        },
        {
          id: '50.2-1', basis: '50.2', force: 'must', bearer: ['county-government', 'township'],
          action: { zh: '不擅自把职责清单里的事转给村居', en: 'Not pass items of its own list of duties down to villages and communities' },
          period: { zh: '任何时候', en: 'At all times' },
          evidence: { zh: '被拦下的交办和查实的违规', en: 'Refused attempts and breaches found' },
          procedures: ['commission', 'duty-list', 'breach'],
        },
        {
          id: '50.2-2', basis: '50.2', force: 'must', bearer: ['county-government', 'township'],
          action: { zh: '不直接向村居派工作任务', en: 'Not task villages and communities directly' },
          period: { zh: '任何时候', en: 'At all times' },
          evidence: { zh: '被拦下的交办和查实的违规', en: 'Refused attempts and breaches found' },
          procedures: ['commission', 'burden', 'breach'],
        },
        {
          id: '50.2-3', basis: '50.2', force: 'must', bearer: ['county-government', 'township'],
          action: { zh: '不在未落实工作条件时转交协助事项', en: 'Not hand over items of assistance without their working conditions' },
          period: { zh: '任何时候', en: 'At all times' },
          evidence: { zh: '协助事项的条件落实记录', en: 'Proof of conditions for each item' },
          procedures: ['commission', 'breach'],
        },
        {
          id: '50.2-4', basis: '50.2', force: 'must', bearer: ['competent-authority'],
          action: { zh: '对上述三种情形予以纠正，并通报批评', en: 'Correct these three kinds of conduct and criticise them openly' },
          period: whenItArises,
          evidence: { zh: '责令纠正和通报', en: 'Orders to correct, and criticism circulated' },
          procedures: ['breach'],
        },
        {
          id: '50.2-5', basis: '50.2', force: 'must', bearer: ['competent-authority'],
          action: { zh: '情节较重时，依法处理负直接责任的主管和其他人员', en: 'In serious cases deal by law with the officers directly responsible' },
          period: whenItArises,
          evidence: { zh: '移送和处理结果', en: 'The referral and its outcome' },
          procedures: ['breach'],
        },
      ],
    },
    {
      number: 51,
      title: { zh: '资金财物监督', en: 'Funds and goods' },
      gist: {
        zh: '市、县、乡各在职责内监督治理资金和财物，查处截留挪用等行为，构成犯罪的追究刑责。',
        en: 'City, county and township watch over funds and goods within their remit, investigate withholding or misuse, and crimes are prosecuted.',
      },
      duties: [
        {
          id: '51-1', basis: '51', force: 'must', bearer: ['city-government', 'county-government', 'township'],
          action: { zh: '监督财政资金和专项资金的管理使用', en: 'Watch how fiscal and earmarked funds are managed and used' },
          period: continuous,
          evidence: { zh: '资金异常提示及核查', en: 'Flags on funds and the checks that followed' },
          procedures: ['fund-watch', 'funds'],
        },
        {
          id: '51-2', basis: '51', force: 'must', bearer: ['city-government', 'county-government', 'township'],
          action: { zh: '监督其他财物的管理使用', en: 'Watch how other goods are managed and used' },
          period: continuous,
          evidence: { zh: '物资台账和盘点', en: 'The goods ledger and stocktakes' },
          procedures: ['fund-watch', 'supplies', 'donation'],
        },
        {
          id: '51-3', basis: '51', force: 'must', bearer: ['city-government', 'county-government', 'township'],
          action: { zh: '依法查处截留、挤占、挪用、侵占和贪污', en: 'Investigate withholding, diversion, misuse, encroachment and embezzlement, by law' },
          period: whenItArises,
          evidence: { zh: '核查、暂停支付和移送记录', en: 'Checks, holds on payment, and referrals' },
          procedures: ['fund-watch', 'breach'],
        },
        {
          id: '51-4', basis: '51', force: 'must', bearer: ['competent-authority'],
          action: { zh: '对直接负责的主管和其他责任人员依法处分', en: 'Sanction the officers directly responsible, by law' },
          period: whenItArises,
          evidence: { zh: '移送和处分结果', en: 'The referral and its outcome' },
          procedures: ['breach'],
        },
        {
          id: '51-5', basis: '51', force: 'must', bearer: ['competent-authority'], implied: true,
          action: { zh: '涉嫌犯罪的，移送追究刑事责任', en: 'Refer what may be a crime for prosecution' },
          period: whenItArises,
          evidence: { zh: '移送司法机关的记录', en: 'The referral to the judicial authorities' },
          procedures: ['breach'],
        },
      ],
    },
  ],
}
