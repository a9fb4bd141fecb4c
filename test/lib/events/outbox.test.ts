import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { addToOutbox } from '../../../src/lib/events/outbox.ts'
import { purgeOutbox, relayOutbox } from '../../../src/lib/events/relay-outbox.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

const waiting = async () =>
  (await site.ctx.db<{ doneAt: Date | null }>('outbox').select('doneAt')).filter(({ doneAt }) => doneAt === null).length
const told: string[] = []
const tell = async (event: string, payload: unknown) => void told.push(`${event} ${JSON.stringify(payload)}`)
const happens = (event: string, payload: object = {}) => addToOutbox(site.ctx.db, event, payload)

describe('the outbox', () => {
  test('tells of what was committed, once, in order, and of nothing that was taken back', async () => {
    told.length = 0
    await inTransaction(site.ctx.db, async (trx) => {
      await addToOutbox(trx, 'post.created', { postId: 1 })
      await addToOutbox(trx, 'post.edited', { postId: 1 })
    })
    await inTransaction(site.ctx.db, async (trx) => {
      await addToOutbox(trx, 'post.created', { postId: 2 })
      throw new Error('changed my mind')
    }).catch(() => {})
    expect(await relayOutbox(site.ctx, tell)).toBe(2)
    expect(await relayOutbox(site.ctx, tell)).toBe(0)
    expect(told).toEqual(['post.created {"postId":1}', 'post.edited {"postId":1}'])
  })

  test('what nobody hears is told to nobody and waits for nobody', async () => {
    told.length = 0
    for (const event of ['comment.created', 'post.created', 'comment.created']) await happens(event)
    expect(await relayOutbox(site.ctx, tell, (event) => event === 'post.created')).toBe(3)
    expect(told).toEqual(['post.created {}'])
    expect(await waiting()).toBe(0)
  })

  test('tries again until the handler works, and lets others pass meanwhile', async () => {
    await happens('mail')
    await happens('index')
    const tries: string[] = []
    const deliver = async (event: string) => {
      tries.push(event)
      if (event === 'mail' && tries.filter((each) => each === 'mail').length < 3) throw new Error('the mail server is away')
    }
    expect(await relayOutbox(site.ctx, deliver)).toBe(1)
    expect(tries).toEqual(['mail', 'index'])
    expect(await relayOutbox(site.ctx, deliver)).toBe(0)
    await sleep(1_100)
    expect(await relayOutbox(site.ctx, deliver)).toBe(0)
    await sleep(2_100)
    expect(await relayOutbox(site.ctx, deliver)).toBe(1)
    expect(tries).toEqual(['mail', 'index', 'mail', 'mail'])
    expect(await waiting()).toBe(0)
  })

  test('of two workers at the same time, one has each event', async () => {
    for (let number = 0; number < 120; number += 1) await happens('post.created', { number })
    const got: number[] = []
    const slowly = async (_event: string, payload: unknown) => {
      await sleep(2)
      got.push((payload as { number: number }).number)
    }
    const done = await Promise.all([relayOutbox(site.ctx, slowly), relayOutbox(site.ctx, slowly), relayOutbox(site.ctx, slowly)])
    expect(done.reduce((sum, each) => sum + each)).toBe(120)
    expect(got.sort((one, other) => one - other)).toEqual(Array.from({ length: 120 }, (_, number) => number))
  })

  test('an event whose worker died while it had it is free again later', async () => {
    await happens('mail')
    let taken = () => {}
    const hasIt = new Promise<void>((resolve) => {
      taken = resolve
    })
    void relayOutbox(site.ctx, async () => {
      taken()
      await new Promise(() => {})
    })
    await hasIt
    expect(await relayOutbox(site.ctx, tell)).toBe(0)
    await site.ctx.db('outbox').update({ availableAt: new Date(Date.now() - 1_000) })
    expect(await relayOutbox(site.ctx, tell)).toBe(1)
  })

  test('forgets what was told long ago, and nothing that still waits', async () => {
    await happens('old')
    await relayOutbox(site.ctx, tell)
    await happens('waits')
    expect(await purgeOutbox(site.ctx.db, new Date(Date.now() - 60_000))).toBe(0)
    expect(await purgeOutbox(site.ctx.db, new Date(Date.now() + 60_000))).toBe(1)
    expect(await waiting()).toBe(1)
  })
})
