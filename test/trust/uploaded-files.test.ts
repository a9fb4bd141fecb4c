import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { guest } from '../../src/context.ts'
import { attachFiles } from '../../src/features/uploads/uploads.service.ts'
import { kindOfFile } from '../../src/lib/files/kind-of-file.ts'
import { fileNameFor } from '../../src/lib/storage/file-name.ts'
import { aPdf, aZip } from '../features/uploads/other-files.ts'
import { aFile, aPhoneShot, aPicture } from '../features/uploads/pictures.ts'
import { useYard } from '../features/uploads/yard.ts'

/** TRUST 7, 8, 46 and 47. */
const yard = useYard()
const asScript = { 'x-requested-with': 'fetch', accept: 'application/json' }

async function upload(data: Buffer | string, name: string) {
  const page = await yard.agentOf(yard.mina).post('/uploads?board=free', { file: aFile(data, name, 'application/octet-stream') }, asScript)
  return { status: page.status, body: JSON.parse(page.body) as Record<string, string> }
}

async function shown(data: Buffer | string, name: string): Promise<string> {
  const { body } = await upload(data, name)
  const postId = await yard.aPost({ author: yard.mina })
  await attachFiles(yard.ctx.db, { postId, ownerId: 1, keys: [String(body['key'])] })
  return String(body['path'])
}

/** As it stands on the line: what fetch would tidy up is sent as it is. */
const raw = (path: string) =>
  new Promise<{ status: number; headers: Record<string, unknown> }>((done, fail) => {
    const { port } = new URL(yard.url)
    request({ port, path, host: '127.0.0.1' }, (answer) => {
      answer.resume()
      done({ status: answer.statusCode ?? 0, headers: answer.headers })
    })
      .on('error', fail)
      .end()
  })

describe('a stored file, however its address is spelt', () => {
  const spellings = (path: string): string[] => {
    const [, , key = '', name = ''] = path.split('/')
    const ending = name.split('.').at(-1)
    return [
      path,
      `/${path}`,
      `/files//${key}/${name}`,
      `/files/${key}/${name}/`,
      `/FILES/${key}/${name}`,
      `/files/${key.toUpperCase()}/${name}`,
      `/files/${key}/x.html`,
      `/files/${key}/x.svg`,
      `/files/${key}/x.${ending}.html`,
      `/files/${key}/%3Cscript%3E.html`,
      `/files/${key}/${name}%00.html`,
      `/files/${key}/${name};.html`,
      `/files/${key}/${name}?.html`,
      `/files/${key}/${name}#.html`,
      `/files/${key}/..%2f${name}`,
      `/files/./${key}/../${key}/${name}`,
      `/%66iles/${key}/${name}`,
      `/files/${key}/thumbnail/x.html`,
      `/files/${key}/w320/${name}`,
      `/files/${key}/${name}.`,
      `/files/${key}/%E0%A4%A`,
    ]
  }

  test.each([
    ['바다.png', () => aPicture()],
    ['회의록.pdf', async () => aPdf()],
    ['쪽지.txt', async () => '<!doctype html><script>__xss(1)</script>'],
    ['묶음.zip', async () => aZip()],
  ])('%s is never a page, never a script', async (name, make) => {
    const path = await shown(await make(), name)
    let served = 0
    for (const spelling of spellings(path)) {
      const { status, headers } = await raw(spelling)
      expect([spelling, status < 500]).toEqual([spelling, true])
      if (status !== 200) continue
      served += 1
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['content-security-policy']).toMatch(/^sandbox;/)
      const asPicture = headers['content-type'] === 'image/webp' && String(headers['content-disposition']).startsWith('inline;')
      expect([spelling, asPicture || String(headers['content-disposition']).startsWith('attachment;')]).toEqual([spelling, true])
    }
    expect(served).toBeGreaterThan(2)
  })
})

describe('names', () => {
  const endings =
    `asp aspx ashx asa asmx bat cer cfm cgi cmd com cpl dll exe fcgi hta htaccess htm html htpasswd htx inc ini jar js jse jsp jspx
    lnk mht mhtml mjs msi php php3 php4 php5 php7 phar phps pht phtml pl pm ps1 py pyc rb reg scr sh shtm shtml stm svg svgz swf vb vbe vbs vxml war
    wasm ws wsf xaml xht xhtml xml xsl xslt xul zsh`.split(/\s+/)

  test('none of eighty endings that something runs is taken, in any case, doubled, or with a point behind it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'madang-endings-'))
    const path = join(folder, 'x')
    try {
      for (const content of ['<?php echo 1;', aPdf()]) {
        await writeFile(path, content)
        for (const ending of endings) {
          for (const name of [
            `x.${ending}`,
            `x.${ending.toUpperCase()}`,
            `x.pdf.${ending}`,
            `x.${ending}.`,
            `x.${ending} `,
            `x.${ending}::$DATA`,
          ])
            expect([name, await kindOfFile(path, name)]).toEqual([name, null])
        }
      }
      // Doubled the other way round it is what it says last, and served as that.
      expect(await kindOfFile(path, 'x.php.pdf')).toMatchObject({ kind: 'file', mime: 'application/pdf' })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test.each([
    ['한글.hwp', '한글.hwp'],
    ['회의록'.normalize('NFD').concat('.hwp'), '회의록.hwp'],
    ['👩‍👩‍👧 가족 🇰🇷.pdf', '👩‍👩‍👧 가족 🇰🇷.pdf'],
    ['"><img src=x onerror=__xss(1)>.pdf', 'img src=x onerror=__xss(1).pdf'],
    ['a\r\nSet-Cookie: x=y.pdf', 'a Set-Cookie x=y.pdf'],
    ["it's 100%; ok*.pdf", "it's 100%; ok.pdf"],
    ['\u202efdp.exe.pdf', 'fdp.exe.pdf'],
  ])('%j is saved as %j', async (given, kept) => {
    const ending = kept.split('.').at(-1) ?? ''
    expect(fileNameFor(given, ending)).toBe(kept)
    if (ending !== 'pdf') return
    const response = await yard.agentOf(guest).request(await shown(aPdf(), given))
    const said = response.headers.get('content-disposition') ?? ''
    expect(said).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w%.~!$&+^`|-]+$/)
    expect(decodeURIComponent(said.split("''")[1] ?? '')).toBe(kept)
  })
})

test('a download that broke off goes on with the same file, and begins anew with another', async () => {
  const path = await shown(Buffer.concat([aPdf(), Buffer.alloc(1_000, 'x')]), 'a.pdf')
  const get = (headers: Record<string, string>) => yard.agentOf(guest).request(path, { headers })
  const etag = (await get({})).headers.get('etag') ?? ''
  const rest = await get({ range: 'bytes=500-', 'if-range': etag })
  expect([rest.status, rest.headers.get('content-range')]).toEqual([206, expect.stringMatching(/^bytes 500-/)])
  for (const other of ['"another"', `W/${etag}`, 'Thu, 26 Nov 2026 00:00:00 GMT']) {
    const whole = await get({ range: 'bytes=500-', 'if-range': other })
    expect([other, whole.status, whole.headers.get('content-range')]).toEqual([other, 200, null])
  }
})

describe('pictures that are more than they seem', () => {
  /** Each frame one dot: a megabyte on the line, two gigabytes of dots were it unpacked at its size. */
  function aGifOf(frames: number): Buffer {
    const head = Buffer.from('474946383961c800c800800000ff000000ff0021ff0b4e45545343415045322e300301000000', 'hex')
    const frame = Buffer.from('21f90400010000002c00000000010001000002024401003b', 'hex').subarray(0, -1)
    return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from('3b', 'hex')])
  }

  test('a GIF of fifty thousand frames is refused soon', async () => {
    const before = performance.now()
    expect((await upload(aGifOf(50_000), 'long.gif')).status).toBe(413)
    expect(performance.now() - before).toBeLessThan(3_000)
  })

  test('an iPhone’s HEIC is told what it is, whatever it is called', async () => {
    const heic = Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.from('mif1heic'), Buffer.alloc(200)])
    for (const name of ['a.heic', 'a.jpg']) {
      const { status, body } = await upload(heic, name)
      expect([status, body['error']]).toEqual([415, expect.stringContaining('HEIC')])
    }
  })
})

describe('a board that keeps pictures as they were taken', () => {
  test('has them in full size and for every screen, without place and camera', async () => {
    await yard.ctx.db('boards').where({ slug: 'free' }).update({ pictureSize: 'original' })
    await yard.ctx.memory.forget('boards')
    const { body } = await upload(await aPicture('jpeg', { width: 4_000, height: 3_000 }), '큰.jpg')
    expect(await yard.ctx.db('files').first('width', 'height', 'copies')).toEqual({
      width: 4_000,
      height: 3_000,
      copies: '320 640 1280 1920',
    })
    const path = String(body['path'])
    for (const [at, width] of [
      [path, 4_000],
      [path.replace(/(\/[^/]+)$/, '/w1920$1'), 1_920],
      [path.replace(/(\/[^/]+)$/, '/w320$1'), 320],
    ] as const) {
      const file = join(yard.ctx.config.varDir, 'tmp', 'look.webp')
      await writeFile(file, Buffer.from(await (await yard.agentOf(yard.mina).request(at)).arrayBuffer()))
      expect((await sharp(file).metadata()).width).toBe(width)
      await rm(file)
    }
    const small = await upload(await aPhoneShot(), 'shot.jpg')
    expect(small.body).toMatchObject({ width: 40, height: 60 })
  })
})

test('pages are answered while pictures are made: the loop is held by none of it', async () => {
  const data = await aPicture('jpeg', { width: 4_000, height: 3_000 })
  const lag = monitorEventLoopDelay({ resolution: 5 })
  await upload(await aPicture(), 'first.png')
  lag.enable()
  const statuses = await Promise.all(Array.from({ length: 6 }, async (_, index) => (await upload(data, `${index}.jpg`)).status))
  lag.disable()
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201])
  // The test's own sending runs in the same loop, on a machine that others use too.
  expect(lag.percentile(90) / 1e6).toBeLessThan(100)
})
