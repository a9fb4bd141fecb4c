import { totalmem } from 'node:os'

const MB = 1024 * 1024
const LEAST_MB = 256
const MOST_MB = 2_048
/** The server sizes it by such pieces. */
const STEP_MB = 128
/** What was read last is read again at a start, so that it is not cold: no more than an idle site can spare. */
const READ_AGAIN_MB = 20

/** Of the machine, or of what this process may use of it. */
const memory = () => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

/**
 * How much of its tables MariaDB keeps in memory: an eighth of the machine's, for others live there too, and a board of a million posts is three
 * gigabytes. Taken from the system only as it fills: an idle site stays near 100 MB.
 */
export function bufferPool(bytes = memory()): string[] {
  const eighth = Math.floor(bytes / 8 / MB / STEP_MB) * STEP_MB
  const size = Math.min(Math.max(eighth, LEAST_MB), MOST_MB)
  return [`--innodb-buffer-pool-size=${size}M`, `--innodb-buffer-pool-dump-pct=${Math.max(1, Math.round((READ_AGAIN_MB / size) * 100))}`]
}
