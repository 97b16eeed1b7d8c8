type Props = { readonly label: string; readonly more?: string; readonly on: boolean; readonly set: (on: boolean) => void }

/** A yes to one thing, with what it means. */
export const Check = ({ label, more, on, set }: Props) => (
  <label className="option check">
    <input type="checkbox" checked={on} onChange={event => set(event.target.checked)} />
    <span>{label}{more !== undefined && <small>{more}</small>}</span>
  </label>
)
