import type { ReactNode } from 'react'

/** One of the views a page can show: its address, its name, whether it is the one shown. */
export type View = { readonly to: string; readonly name: string; readonly shown: boolean }

type Props = { readonly label: string; readonly views: readonly View[]; readonly children?: ReactNode }

/** The views of a page side by side, each an address of its own; what belongs to all of them stands at the end of the line. */
export const Views = ({ label, views, children }: Props) => (
  <div className="views">
    <nav aria-label={label}>
      <ul>{views.map(view => <li key={view.to}><a href={view.to} data-view="" aria-current={view.shown ? 'page' : undefined}>{view.name}</a></li>)}</ul>
    </nav>
    {children}
  </div>
)
