const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

export const isDuplicateKey = (error: unknown): boolean => codeOf(error) === 'ER_DUP_ENTRY'

/** Which unique key it was. MySQL puts the table's name before it, MariaDB doesn't. */
export const duplicateKeyOf = (error: unknown): string | null =>
  isDuplicateKey(error)
    ? (/for key '(?:[^'.]+\.)?([^'.]+)'$/.exec(String((error as { sqlMessage?: unknown }).sqlMessage))?.[1] ?? null)
    : null

/** InnoDB gave up one side of a race (1213, 1205): nothing of the transaction stands, doing it again is right. */
export const isLostRace = (error: unknown): boolean => ['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT'].includes(codeOf(error))

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the private server's socket file
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'ER_OPTION_PREVENTS_STATEMENT', // read_only
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
  'ER_CONNECTION_KILLED',
  'ER_QUERY_INTERRUPTED',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
])

/** The database can't answer now; the request may be tried again later. Such an error becomes a 503, never a 500. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'KnexTimeoutError') return true
  // The driver words some losses without a code: a pooled connection that died between two statements.
  if (/closed state|Connection lost|server closed the connection/i.test(error.message)) return true
  // A missing file has the same code as a missing socket, but only the latter has an address.
  return unreachable.has(codeOf(error)) && (codeOf(error) !== 'ENOENT' || 'address' in error)
}
