import { useEffect, useState } from 'react'

/** The present, told anew every half minute, so that pages stay right without asking a clock while they render. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
