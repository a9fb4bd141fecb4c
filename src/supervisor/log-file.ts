import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface LogFile {
  write(chunk: Buffer): void
}

const MAX_BYTES = 10 * 1024 * 1024
const KEPT = 4

/** Appends; turns over by size, so that five files at most exist. A full disk costs lines, never the site. */
export function openLogFile(path: string): LogFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  let file = open(path)
  const turnOver = () => {
    closeSync(file.fd)
    for (let number = KEPT; number > 0; number--) moveIfThere(number === 1 ? path : `${path}.${number - 1}`, `${path}.${number}`)
    file = open(path)
  }
  return {
    write(chunk) {
      try {
        if (file.size + chunk.length > MAX_BYTES) turnOver()
        file.size += writeSync(file.fd, chunk)
      } catch {
        // Nowhere left to tell it.
      }
    },
  }
}

function open(path: string): { fd: number; size: number } {
  const fd = openSync(path, 'a', 0o640)
  return { fd, size: fstatSync(fd).size }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // Not there yet.
  }
}
