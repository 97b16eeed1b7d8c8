import type { TestEvent } from 'node:test/reporters'

/** Signals by which the runtime ends itself: V8's own checks, and faults of the machine code it made. */
const faults: ReadonlySet<string> = new Set(['SIGABRT', 'SIGBUS', 'SIGILL', 'SIGSEGV', 'SIGTRAP'])

/**
 * A reporter of node’s test runner that tells a runtime that died from a test that failed: a line `died FILE` or `failed` for each. V8 now
 * and then aborts as the WebAssembly code of a closed PGlite is freed (github.com/nodejs/node/issues/64500); that says nothing of the test.
 */
export default async function* died(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type !== 'test:fail' || event.data.todo !== undefined) continue
    const error: unknown = event.data.details.error
    const signal = typeof error === 'object' && error !== null && 'signal' in error && typeof error.signal === 'string' ? error.signal : ''
    yield faults.has(signal) ? `died ${event.data.name}\n` : 'failed\n'
  }
}

/** The files to run once more, where nothing but the runtime failed; otherwise none. */
export const diedOnly = (report: string): readonly string[] => {
  const lines = report.split('\n').filter(line => line !== '')
  return lines.every(line => line.startsWith('died ')) ? lines.map(line => line.slice('died '.length)) : []
}
