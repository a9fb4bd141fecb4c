import { tagPath } from '../tags/tags.paths.ts'

export const newPath = '/new'
export const popularPath = '/popular'
export const groupPath = (group: { slug: string }): string => `/groups/${group.slug}`
export const popularPeriodPath = (period: string): string => `${popularPath}?period=${period}`
export { tagPath }

/** Where a stream goes on below the row of this id. */
export const streamPath = (base: string, { tab, before }: { tab?: string | undefined; before?: number | undefined } = {}): string => {
  const search = new URLSearchParams({ ...(tab ? { tab } : {}), ...(before ? { before: String(before) } : {}) })
  return search.size > 0 ? `${base}?${search}` : base
}
