import { Select } from 'antd'
import { useState } from 'react'
import type { Me } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { useCategories } from '../../parts/names.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { categoryOptions } from '../list/category-options.ts'
import { useRoute } from '../matter/useRoute.ts'
import { ProposeChange } from './ProposeChange.tsx'
import { RouteTable } from './RouteTable.tsx'

const villages = ['village', 'grid'] as const

/** Tries the routing table: where would this category from this place go, and why; and below it the rules themselves. */
export const Routing = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const categories = useCategories()
  const [category, setCategory] = useState<string>()
  const [region, setRegion] = useState<string>()
  const route = useRoute(region === undefined ? undefined : category, region ?? '')
  return (
    <div className="routing">
      <ProposeChange me={me} />
      <p className="quiet">{t('选择类别和地点，查看会分派给哪个单位、依据哪条规则。', 'Choose a category and a place to see which office it goes to, and by which rule.')}</p>
      <div className="routing-form">
        <label className="field-label" htmlFor="routing-category">{t('类别', 'Category')}</label>
        <Select id="routing-category" className="full" showSearch={{ optionFilterProp: 'label' }} value={category ?? null} options={categoryOptions(categories, say)} onChange={(next: string | null) => setCategory(next ?? undefined)} />
        <label className="field-label" htmlFor="routing-region">{t('地点', 'Place')}</label>
        <RegionPicker id="routing-region" label={t('地点', 'Place')} value={region} choose={setRegion} levels={villages} />
      </div>
      {category !== undefined && region !== undefined && (
        <div className="route" role="status">
          {route.isPending ? t('正在查路由表…', 'Reading the routing table…') : route.isError ? say(problemOf(route.error).words) : (
            <>
              <p><b>{route.data.office.name}</b></p>
              <p>{t('规则：', 'Rule: ')}{route.data.rule}</p>
              {route.data.precedent !== undefined && <p>{route.data.precedent}</p>}
            </>
          )}
        </div>
      )}
      <RouteTable category={category} region={region} />
    </div>
  )
}
