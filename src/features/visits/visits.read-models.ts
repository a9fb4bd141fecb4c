import type { AppContext } from '../../context.ts'

export interface VisitNumbers {
  today: number
  yesterday: number
  best: number
  bestDay: string | null
  total: number
  online: number
}

export const loadVisitFigures = async (_ctx: AppContext): Promise<VisitNumbers> => ({ today: 0, yesterday: 0, best: 0, bestDay: null, total: 0, online: 0 })
