/** All that may be picked, with what one writes for it. */
export const stickersPath = '/stickers'
export const stickerImagePath = (imageKey: string): string => `/files/stickers/${imageKey}.webp`
export const stickerStorageKey = (imageKey: string): string => `stickers/${imageKey.slice(0, 2)}/${imageKey}.webp`
