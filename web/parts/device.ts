const browsers = [['MicroMessenger', 'WeChat'], ['Edg', 'Edge'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const
const systems = [['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Android', 'Android'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const

const first = (agent: string, list: readonly (readonly [string, string])[]): string | undefined => list.find(([sign]) => agent.includes(sign))?.[1]

/** A browser's long name for itself as people know it: “Chrome · Windows”; as it came where it is not known. */
export const deviceOf = (agent: string): string => [first(agent, browsers), first(agent, systems)].filter(Boolean).join(' · ') || agent
