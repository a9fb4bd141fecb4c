/**
 * Node takes memory as if it had the machine to itself: 64 MB for young things before it collects for the first time, and garbage of three
 * times what lives. Decision 17 has the figures.
 */
const youngMb = { web: 8, worker: 2 }

export const frugalNode = (kind: keyof typeof youngMb): string[] => [`--max-semi-space-size=${youngMb[kind]}`, '--heap-growing-percent=30']

/**
 * Threads that compress and hash would each fill a part of memory of their own, none of which is ever empty enough to be given back; and what
 * is free at the end of one is given back always, not only while nothing large was ever asked for.
 */
export const frugalMalloc = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' }
