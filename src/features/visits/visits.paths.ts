import type { Period } from './statistics.types.ts'

export const statisticsPath = (period?: Period): string =>
  period === undefined ? '/console/visitors' : `/console/visitors?period=${period}`
