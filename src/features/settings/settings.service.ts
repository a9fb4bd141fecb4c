import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { selectSettings, upsertSetting } from './settings.repository.ts'
import { type SiteSettings, SiteSettingsSchema } from './settings.types.ts'

const MEMORY_KEY = 'settings'

/** The site's settings, from memory. */
export const loadSettings = (ctx: AppContext): Promise<SiteSettings> =>
  ctx.memory.get(MEMORY_KEY, async () => {
    const rows = await selectSettings(ctx.db)
    // MariaDB's JSON is text, MySQL's comes back parsed.
    return SiteSettingsSchema.parse(
      Object.fromEntries(rows.map(({ name, value }) => [name, typeof value === 'string' ? parsedOr(value) : value])),
    )
  })

export async function changeSettings(ctx: AppContext, viewer: Viewer, changes: Partial<SiteSettings>): Promise<void> {
  await inTransaction(ctx.db, async (trx) => {
    for (const [name, value] of Object.entries(changes)) {
      await upsertSetting(trx, { name, value, updatedBy: viewer.memberId, updatedAt: ctx.clock.now() })
    }
  })
  await ctx.memory.forget(MEMORY_KEY)
}

function parsedOr(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
