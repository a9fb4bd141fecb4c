import { opendir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppContext } from '../../context.ts'
import { inSlices } from '../../lib/db/in-slices.ts'
import { listOrphans } from './orphans.read-models.ts'
import { deletePartialsBefore, selectComing } from './partial-uploads.repository.ts'
import { fileKeyOf, isOurFolder, storageKeys, uploadKeyOf } from './uploads.paths.ts'
import { deleteOrphan, followPost, selectKnownKeys } from './uploads.repository.ts'

const HOUR_MS = 3_600_000
const BATCH = 200

export interface Swept {
  /** Files that never came to their end. */
  uploads: number
  rows: number
  files: number
  temporary: number
}

/** Clears what nobody will come back for: files that no post took within a day, files that lost their row, uploads that broke off. */
export async function sweepOrphans(ctx: AppContext): Promise<Swept> {
  const now = ctx.clock.now().getTime()
  return {
    uploads: await sweepPartials(ctx, new Date(now - 24 * HOUR_MS)),
    rows: await sweepRows(ctx, new Date(now - 24 * HOUR_MS), new Date(now)),
    files: await sweepFiles(ctx, new Date(now - HOUR_MS)),
    temporary: await sweepTemporary(join(ctx.config.varDir, 'tmp'), new Date(now - HOUR_MS)),
  }
}

/** The row alone: its parts are names that nobody knows any more, and are found below. */
const sweepPartials = (ctx: AppContext, before: Date): Promise<number> =>
  inSlices(BATCH, (limit) => deletePartialsBefore(ctx.db, before, limit))

/** Row first: a file without a row is found below, a row without a file would be a broken picture. */
async function sweepRows(ctx: AppContext, before: Date, now: Date): Promise<number> {
  let swept = 0
  for (;;) {
    const orphans = await listOrphans(ctx.db, { before, now }, BATCH)
    for (const orphan of orphans) {
      if ((await deleteOrphan(ctx.db, orphan.id)) === 0) continue
      for (const name of storageKeys(orphan)) await ctx.storage.remove(name)
      swept += 1
    }
    if (orphans.length < BATCH) return swept
  }
}

async function sweepFiles(ctx: AppContext, before: Date): Promise<number> {
  let swept = 0
  let batch: string[] = []
  const sweepBatch = async () => {
    const files = await selectKnownKeys(ctx.db, keysIn(batch, fileKeyOf))
    const uploads = await selectComing(ctx.db, keysIn(batch, uploadKeyOf))
    const lost = batch.filter((name) => !files.has(fileKeyOf(name) ?? '') && !uploads.has(uploadKeyOf(name) ?? ''))
    for (const name of lost) await ctx.storage.remove(name)
    swept += lost.length
    batch = []
  }
  for await (const name of ctx.storage.listOlderThan(before)) {
    if (isOurFolder(name) && batch.push(name) >= BATCH) await sweepBatch()
  }
  await sweepBatch()
  return swept
}

const keysIn = (names: string[], keyOf: (name: string) => string | null): string[] => [
  ...new Set(names.map(keyOf).filter((key) => key !== null)),
]

async function sweepTemporary(folder: string, before: Date): Promise<number> {
  let swept = 0
  const entries = await opendir(folder).catch(() => null)
  if (entries === null) return 0
  for await (const entry of entries) {
    const path = join(folder, entry.name)
    const facts = await stat(path).catch(() => null)
    if (!facts?.isFile() || facts.mtime >= before) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}

/** After their post, into the room of its board. */
export const moveFiles = (ctx: AppContext, { postId }: { postId: number }): Promise<unknown> => followPost(ctx.db, postId)
