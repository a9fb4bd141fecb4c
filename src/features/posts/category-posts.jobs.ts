import type { AppContext } from '../../context.ts'
import type { CategoryDeleted } from '../boards/boards.events.ts'
import { leaveCategory } from './category-posts.service.ts'

export const leaveDeletedCategory = (ctx: AppContext, { categoryId }: CategoryDeleted): Promise<number> => leaveCategory(ctx, categoryId)
