import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface S3rver {
  run(): Promise<{ port: number }>
  close(): Promise<void>
}

const Server = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => S3rver

export interface Bucket {
  /** As STORAGE_URL has it. */
  url(secret?: string): string
  close(): Promise<void>
}

/**
 * A server in this process that speaks as S3 does. `strict`: it checks signatures, and then can't list: it takes the address of a bucket for
 * another one than it is signed as.
 */
export async function openBucket({ strict = false } = {}): Promise<Bucket> {
  const directory = await mkdtemp(join(tmpdir(), 'madang-bucket-'))
  const server = new Server({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory, allowMismatchedSignatures: !strict },
    configureBuckets: [{ name: 'madang', configs: [] }],
  })
  const { port } = await server.run()
  return {
    url: (secret = 'S3RVER') => `s3+http://S3RVER:${secret}@127.0.0.1:${port}/madang/board?region=ap-northeast-2`,
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
