import type { Readable } from 'node:stream'

/** Where uploaded files live. Keys are made by the server (`ab/abcdef….webp`), never by a client. */
export interface Storage {
  /** Whole or not at all: the file can be read under `key` only after every byte is safe. */
  put(key: string, data: Buffer): Promise<void>
  /** The same for a file that lies on disk already, which stays there. */
  putFile(key: string, path: string): Promise<void>
  /** In bytes. @throws as `read` */
  size(key: string): Promise<number>
  /** @throws NotFound-like error with code ENOENT when there is no such file */
  read(key: string, range?: { start: number; end: number }): Promise<Readable>
  remove(key: string): Promise<void>
  /** Keys last written before `before`, for the sweeper. */
  listOlderThan(before: Date): AsyncIterable<string>
}
