export const feedPath = (board: { slug: string }): string => `/feeds/${board.slug}.xml`
export const allFeedPath = '/feeds/all.xml'
