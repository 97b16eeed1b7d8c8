import { lookup as resolve } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that are nobody's on the internet: loopback, private, link-local, shared, documentation, multicast, reserved, and what wraps IPv4 in IPv6. Mapped ones (`::ffff:10.0.0.1`) are held to the rules of IPv4 by `BlockList` itself. */
const inside: readonly (readonly [net: string, bits: number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  ['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
]

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

const listOf = (nets: readonly (readonly [net: string, bits: number])[]): BlockList => {
  const list = new BlockList()
  for (const [net, bits] of nets) list.addSubnet(net, bits, familyOf(net))
  return list
}

const networkPattern = /^(?<net>[0-9A-Fa-f.:]+)\/(?<bits>\d{1,3})$/

/** A network as settings write it, `10.20.0.0/16`; `undefined` where it is none. */
export const networkOf = (text: string): readonly [net: string, bits: number] | undefined => {
  const { net = '', bits = '' } = networkPattern.exec(text.trim())?.groups ?? {}
  const version = isIP(net)
  return version === 0 || Number(bits) > (version === 6 ? 128 : 32) ? undefined : [net, Number(bits)]
}

/** Where what people and programs name may be sent to: anywhere on the internet, and in the networks that the settings open. */
export type Reachable = {
  /** Whether an address may be connected to. */
  readonly reaches: (address: string) => boolean
  /** Whether it lies in a network that the settings open: there, and only there, http will do. */
  readonly opened: (address: string) => boolean
  /** Resolves a name for a connection, to those of its addresses that `may` be connected to: what was checked is what is connected to. */
  lookup(may: (address: string) => boolean): LookupFunction
}

/** An address that may not be connected to. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
  readonly code = 'EUNREACHABLE'
}

export const reachable = (networks: readonly (readonly [net: string, bits: number])[]): Reachable => {
  const [closed, open] = [listOf(inside), listOf(networks)]
  const opened = (address: string): boolean => isIP(address) !== 0 && open.check(address, familyOf(address))
  const reaches = (address: string): boolean => isIP(address) !== 0 && (opened(address) || !closed.check(address, familyOf(address)))
  return {
    opened, reaches,
    lookup: may => (name, options, callback) => {
      resolve(name, { ...options, all: true }, (error, found) => {
        const good = error ? [] : found.filter(one => may(one.address))
        const [first] = good
        if (error) callback(error, [])
        else if (!first) callback(new Unreachable(name), [])
        else if (options.all === true) callback(null, good)
        else callback(null, first.address, first.family)
      })
    },
  }
}
