/** Pictures of cards are ours to serve, so that no reader's browser asks the other site. */
export const cardImagePath = (imageKey: string): string => `/files/cards/${imageKey}.webp`
/** The other way round, for the sweeper. null: none of ours. */
export const imageKeyOf = (storedAs: string): string | null => /^link-cards\/[0-9a-f]{2}\/([0-9a-f]{32})\.webp$/.exec(storedAs)?.[1] ?? null

export const cardStorageKey = (imageKey: string): string => `link-cards/${imageKey.slice(0, 2)}/${imageKey}.webp`
