import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useSearchParams } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { go, links } from '../links.ts'

/** One box for all one may see: numbers, words, places. `/` puts the cursor here (see `useKeys`). */
export const SearchBox = () => {
  const { t } = useLang()
  const [params] = useSearchParams()
  const asked = params.get('q') ?? ''
  return (
    <form
      role="search" className="search" key={asked}
      onSubmit={event => {
        event.preventDefault()
        const q = new FormData(event.currentTarget).get('q')
        go(links.matters(typeof q === 'string' && q.trim() !== '' ? { q: q.trim() } : {}))
      }}
    >
      <Input
        id="search" name="q" type="search" defaultValue={asked} maxLength={100} prefix={<SearchOutlined aria-hidden="true" />}
        placeholder={t('编号、内容中的任意文字、地点', 'Number, any words, place')} aria-label={t('搜索事项', 'Search matters')}
      />
    </form>
  )
}
