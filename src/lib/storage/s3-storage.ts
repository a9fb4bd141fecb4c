import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { S3Address } from '../../config/addresses.ts'
import { Unavailable } from '../http/errors.ts'
import type { Storage } from './storage.ts'

/**
 * Files in a bucket of S3 or of whatever speaks as it does. A PUT is whole or not at all there, as it is asked of `Storage`. The SDK is loaded
 * with the first file: who keeps files on a disk does without its twenty megabytes.
 */
export function createS3Storage(address: S3Address): Storage {
  let opened: ReturnType<typeof openClient> | undefined
  const bucket = () => {
    opened ??= openClient(address)
    return opened
  }
  const at = (key: string) => ({ Bucket: address.bucket, Key: address.prefix + key })
  return {
    async put(key, data) {
      const { sdk, client } = await bucket()
      await told(client.send(new sdk.PutObjectCommand({ ...at(key), Body: data, ContentLength: data.length })))
    },
    async putFile(key, path) {
      const { sdk, client } = await bucket()
      const ContentLength = (await stat(path)).size
      await told(client.send(new sdk.PutObjectCommand({ ...at(key), Body: createReadStream(path), ContentLength })))
    },
    async size(key) {
      const { sdk, client } = await bucket()
      return (await told(client.send(new sdk.HeadObjectCommand(at(key))))).ContentLength ?? 0
    },
    async read(key, range) {
      const { sdk, client } = await bucket()
      const Range = range && `bytes=${range.start}-${range.end}`
      const { Body } = await told(client.send(new sdk.GetObjectCommand({ ...at(key), ...(Range ? { Range } : {}) })))
      return Body as Readable
    },
    async remove(key) {
      const { sdk, client } = await bucket()
      await told(client.send(new sdk.DeleteObjectCommand(at(key))))
    },
    async *listOlderThan(before) {
      const { sdk, client } = await bucket()
      for (let ContinuationToken: string | undefined; ; ) {
        const page = await told(
          client.send(
            new sdk.ListObjectsV2Command({
              Bucket: address.bucket,
              Prefix: address.prefix,
              ...(ContinuationToken ? { ContinuationToken } : {}),
            }),
          ),
        )
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key && LastModified && LastModified < before) yield Key.slice(address.prefix.length)
        }
        if (!page.NextContinuationToken) return
        ContinuationToken = page.NextContinuationToken
      }
    },
  }
}

async function openClient({ endpoint, region, accessKeyId, secretAccessKey }: S3Address) {
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // A bucket as a host of its own needs a name and a certificate for it: AWS has them, the server next door doesn't.
    forcePathStyle: true,
    // Not all that speak as S3 does know its newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 },
  })
  return { sdk, client }
}

const missing = new Set(['NoSuchKey', 'NotFound'])

/** In the port's words: no such file, or nobody there who would know. */
async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const { name } = error as Error
    if (missing.has(name)) throw Object.assign(new Error('no such file', { cause: error }), { code: 'ENOENT' })
    throw new Unavailable(`files cannot be reached: ${name}`, error)
  }
}
