import { readFileSync, readdirSync } from 'node:fs'

const tick = 10

/** Milliseconds of processor time a process has used, 0 where it is gone or this system doesn't tell. */
const usedBy = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * tick
  } catch {
    return 0
  }
}

const named = (name: string): readonly number[] => {
  try {
    return readdirSync('/proc').filter(entry => /^\d+$/.test(entry) && commOf(entry) === name).map(Number)
  } catch {
    return []
  }
}

const commOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'latin1').trim()
  } catch {
    return ''
  }
}

const total = (): number => {
  try {
    const [, ...fields] = (readFileSync('/proc/stat', 'latin1').split('\n')[0] ?? '').split(/\s+/)
    const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = fields.map(Number)
    return (user + nice + system + irq + soft) * tick
  } catch {
    return 0
  }
}

/** Processor milliseconds used so far: by PostgreSQL (all its processes), by one of ours, by the whole machine. */
export type Used = { readonly postgres: number; readonly one: number; readonly all: number; readonly at: number }

export const used = (pid: number | undefined): Used => ({
  postgres: named('postgres').reduce((sum, one) => sum + usedBy(one), 0), one: pid === undefined ? 0 : usedBy(pid), all: total(), at: performance.now(),
})

/** Bytes of memory a process holds now. */
export const residentOf = (pid: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

const groupOf = (pid: string): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
  } catch {
    return 0
  }
}

/** Bytes held by the largest process of a group: of npm, its shell, the launcher and the server, the server. */
export const largestOf = (group: number): number => {
  try {
    return Math.max(0, ...readdirSync('/proc').filter(entry => /^\d+$/.test(entry) && groupOf(entry) === group).map(pid => residentOf(Number(pid))))
  } catch {
    return 0
  }
}
