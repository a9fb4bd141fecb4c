export const ownPagePath = (page: { slug: string }): string => `/pages/${page.slug}`
