import { useEffect, useState } from 'react'

/** A value once it has rested for `pause` milliseconds: what is typed is not asked about letter by letter. */
export const useLater = <T>(value: T, pause: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
