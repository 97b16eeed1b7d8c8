import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useLang } from '../../parts/lang.ts'
import { find } from '../links.ts'
import { useWords } from '../list/useWords.ts'

/** One box for all one may see: numbers, words, places. `/` puts the cursor here (see `useKeys`). */
export const SearchBox = () => {
  const { t } = useLang()
  const asked = useWords() ?? ''
  return (
    <form
      role="search" className="search" key={asked}
      onSubmit={event => {
        event.preventDefault()
        const q = new FormData(event.currentTarget).get('q')
        find(typeof q === 'string' ? q.trim() : '')
      }}
    >
      <Input
        id="search" name="q" type="search" defaultValue={asked} maxLength={100} prefix={<SearchOutlined aria-hidden="true" />}
        placeholder={t('编号、内容中的任意文字、地点', 'Number, any words, place')} aria-label={t('搜索事项', 'Search matters')}
      />
    </form>
  )
}
