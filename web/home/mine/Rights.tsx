import { Link } from 'wouter'
import { words, type Words } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import { Icon } from '../../parts/phone/Icon.tsx'

const asks: readonly { readonly href: string; readonly name: Words; readonly says: Words }[] = [
  { href: '/mine/data-request/ask?right=correct', name: words('写错了，请更正', 'It is wrong: correct it'), says: words('核实后直接改，改前的内容密封留存', 'It is looked into and corrected; what stood there stays sealed') },
  { href: '/mine/data-request/ask?right=erase', name: words('不需要了，请删除', 'It is no longer needed: erase it'), says: words('办结并过了最短保存期限就能删；不能删的，告诉您依据', 'It can go once the matter ended and its shortest keeping is over; if not, you are told why') },
  { href: '/mine/data-request/ask?right=object', name: words('不同意这样用', 'I object to its use'), says: words('限制或者停止某种使用', 'Limit or stop some use of it') },
  { href: '/mine/data-request/ask?right=see', name: words('还想看别的，或替孩子查', 'I want to see more, or ask for my child'), says: words('替未成年人申请的，村（社区）会当面核实', 'For a minor the village looks at who you are in person') },
]

/** What one may ask, in plain words; each opens its form. */
export const Rights = () => {
  const { t, say } = useLang()
  return (
    <section className="stack no-print" aria-labelledby="rights">
      <h2 id="rights">{t('我可以要求', 'What I can ask for')}</h2>
      <ul className="list">
        {asks.map(({ href, name, says }) => (
          <li key={href}>
            <Link className="line line-go" href={href}>
              <span><span className="line-title">{say(name)}</span><span className="line-more">{say(says)}</span></span>
              <Icon name="right" size={1.2} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="small soft">{t('由县（区）在期限内答复，可延长一次；不予办理的说明法律依据。对答复不服，可向网信部门投诉或起诉。', 'The county answers, within its time limit, which may be extended once; a refusal names the law’s ground. You may complain to the cyberspace administration or go to court.')}</p>
    </section>
  )
}
