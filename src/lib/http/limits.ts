import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Redis } from '../redis/redis.ts'
import { TooManyRequests } from './errors.ts'

/** So many of something, by whoever the key names, within a stretch of time. Counted in Redis, for all processes together. */
export interface Limit {
  name: string
  points: number
  seconds: number
}

/** @throws TooManyRequests, with the seconds to wait; and the client's error while Redis is away */
export async function takePoint(redis: Redis, limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(redis, limit).consume(fingerprint(key))
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw new TooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)), `limit ${limit.name}`)
  }
}

/** How much is left, without taking any, and when there is more. */
export async function pointsLeft(redis: Redis, limit: Limit, key: string): Promise<{ left: number; waitMs: number }> {
  const used = await limiterOf(redis, limit).get(fingerprint(key))
  return used === null
    ? { left: limit.points, waitMs: 0 }
    : { left: Math.max(0, used.remainingPoints), waitMs: Math.max(0, used.msBeforeNext) }
}

/** For what turned out to be no trouble: a right password. */
export async function givePointBack(redis: Redis, limit: Limit, key: string): Promise<void> {
  await limiterOf(redis, limit).reward(fingerprint(key))
}

export interface Spender {
  /** @throws TooManyRequests */
  spend(key: string): Promise<void>
  forgive(key: string): Promise<void>
}

/** The same, bound to one limit. */
export function createLimit(redis: Redis, name: string, points: number, seconds: number): Spender {
  const limit = { name, points, seconds }
  return { spend: (key) => takePoint(redis, limit, key), forgive: (key) => givePointBack(redis, limit, key) }
}

/** Where a request comes from, as wide as one household or office changes its address: /24 of IPv4, /64 of IPv6. */
export function networkOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown'
  const ip = ipaddr.process(address)
  return ip instanceof ipaddr.IPv6 ? ip.parts.slice(0, 4).join(':') : ip.octets.slice(0, 3).join('.')
}

/** The same household, but one address where they are told apart: IPv6 changes too often within its /64. */
export function hostOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown'
  const ip = ipaddr.process(address)
  return ip instanceof ipaddr.IPv6 ? networkOf(address) : ip.toString()
}

const limiterOf = (redis: Redis, { name, points, seconds }: Limit) =>
  new RateLimiterRedis({ storeClient: redis, useRedisPackage: true, keyPrefix: `limit:${name}`, points, duration: seconds })

/** Addresses and e-mails are personal: Redis needs to know only whether they are the same. */
const fingerprint = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 32)
