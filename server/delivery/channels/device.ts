const browsers: readonly (readonly [pattern: RegExp, name: string])[] = [[/MicroMessenger/, 'WeChat'], [/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]
const systems: readonly (readonly [pattern: RegExp, name: string])[] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS/, 'macOS'], [/Linux/, 'Linux']]

/** What a browser is, in two words, so that its person knows one from another; no more of it is kept. */
export const deviceHint = (agent: string): string =>
  [browsers, systems].flatMap(list => list.find(([pattern]) => pattern.test(agent))?.[1] ?? []).join(' · ') || '—'
