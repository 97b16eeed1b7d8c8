import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useLang } from '../../lang.ts'
import { finds } from '../initials.ts'
import { described, Field } from './Field.tsx'

export type Choice = { readonly value: string; readonly label: string; readonly group?: string }

type Props = {
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly optional?: boolean
  readonly choices: readonly Choice[]
  readonly value: string
  readonly set: (value: string) => void
  /** What it means to choose nothing, where that is an answer. */
  readonly none?: string | undefined
}

/** So many are still looked over at a glance, as fields one under another. */
export const fewest = 7

/** One of many, found by words or by the first letters of its pinyin; a combobox to keyboards and screen readers. */
export const Picker = ({ label, hint, fault, optional = false, choices, value, set, none }: Props) => {
  const { t } = useLang()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(-1)
  const open = typed !== undefined
  useEffect(() => {
    // What is found stands below, and a phone's keyboard takes half of the screen.
    if (open) input.current?.scrollIntoView({ block: 'start' })
  }, [open])
  const chosen = choices.find(one => one.value === value)
  const found = open ? choices.filter(({ label: name, group = '' }) => finds(typed, { words: [group], names: [name] })) : []
  const active = found[at]
  const begin = (): void => {
    if (open) return
    setTyped('')
    setAt(-1)
  }
  const close = (): void => {
    setTyped(undefined)
    setAt(-1)
  }
  const take = (choice: Choice | undefined): void => {
    set(choice?.value ?? '')
    close()
  }
  const go = (to: number): void => {
    setAt(to)
    document.getElementById(`${id}-${found[to]?.value ?? ''}`)?.scrollIntoView({ block: 'nearest' })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => { if (open) go(Math.min(at + 1, found.length - 1)); else begin() },
    ArrowUp: () => go(Math.max(at - 1, 0)),
    Home: () => go(0),
    End: () => go(found.length - 1),
    Enter: () => take(active ?? (found.length === 1 ? found[0] : chosen)),
    Escape: close,
  }
  const press = (event: KeyboardEvent): void => {
    const act = keys[event.key]
    // A closed one lets Enter send its form; what is being composed is not chosen from.
    if (!act || event.nativeEvent.isComposing || (!open && event.key !== 'ArrowDown')) return
    event.preventDefault()
    act()
  }
  const option = (choice: Choice) => (
    <div
      key={choice.value} id={`${id}-${choice.value}`} role="option" tabIndex={-1} className={choice === active ? 'find picked' : 'find'} aria-selected={choice.value === value}
      onPointerDown={event => event.preventDefault()} onClick={() => take(choice)} onKeyDown={press}
    >
      {choice.label}
    </div>
  )
  const groups = [...new Set(found.map(one => one.group))].map(name => [name, found.filter(one => one.group === name)] as const)
  return (
    <Field id={id} label={label} hint={hint} fault={fault} optional={optional}>
      <div className="picker">
        <input
          ref={input} id={id} className="input" role="combobox" aria-expanded={open} aria-controls={`${id}-list`} aria-autocomplete="list" autoComplete="off" autoCapitalize="none" spellCheck={false}
          {...(active && { 'aria-activedescendant': `${id}-${active.value}` })} {...described(id, hint, fault)} required={!optional}
          placeholder={open ? chosen?.label ?? t('输入字词或拼音首字母', 'Type part of it') : none ?? t('点一下选择', 'Tap to choose')}
          value={typed ?? chosen?.label ?? ''} onClick={begin} onBlur={close} onKeyDown={press}
          onChange={event => { setTyped(open ? event.target.value : event.target.value.replace(chosen?.label ?? '', '')); setAt(-1) }}
        />
        {chosen && (optional || none !== undefined) && !open && <button type="button" className="button quiet" onClick={() => { take(undefined); input.current?.focus() }} aria-label={`${t('清除', 'Clear')} ${label}`}>{t('清除', 'Clear')}</button>}
      </div>
      <p className="unseen" role="status">{open ? t(`${found.length} 项`, `${found.length} found`) : ''}</p>
      {open && found.length === 0 && <p className="hint">{t('没有找到，请换个词。', 'Nothing found; try another word.')}</p>}
      <div id={`${id}-list`} role="listbox" aria-label={label} className="finds picks" hidden={found.length === 0}>
        {groups.map(([name, some]) => (name === undefined ? some.map(option) : (
          <div key={name} role="group" aria-label={name}>
            <div className="picks-group" aria-hidden="true">{name}</div>
            {some.map(option)}
          </div>
        )))}
      </div>
    </Field>
  )
}
