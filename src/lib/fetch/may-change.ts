import type { NotFetched } from './fetch.types.ts'

/** Whether it may be otherwise soon: whoever should have answered could not, or asks for patience. */
export const mayChange = ({ why, status = 0 }: NotFetched): boolean =>
  why === 'timeout' || why === 'unreachable' || (why === 'status' && (status >= 500 || [408, 425, 429].includes(status)))
