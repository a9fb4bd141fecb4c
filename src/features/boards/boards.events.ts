export const categoryDeleted = 'category.deleted'

export interface CategoryDeleted {
  categoryId: number
}
