import { Component, type ReactNode } from 'react'
import { offline } from '../../parts/refused.ts'
import { Refused } from '../../parts/api.ts'
import { currentLang } from '../../parts/lang.ts'
import { Failed } from '../states.tsx'

type Props = { readonly children: ReactNode }

/** Says that a part of the page did not arrive, where a blank page would stand: the server is away, or a new version stands there. Read anew, it is there. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError(): { readonly failed: boolean } { return { failed: true } }
  override render(): ReactNode {
    return this.state.failed ? <Failed error={new Refused(offline(currentLang()))} again={() => location.reload()} /> : this.props.children
  }
}
