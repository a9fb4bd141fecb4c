/** So many tries in a row bring nothing, some two minutes in all, before it is said that the line is gone. */
const TRIES = 12
const LONGEST_WAIT = 15_000
/** The server may take it a moment later: a slow line, a restart, a queue. */
const passing = new Set([0, 408, 425, 502, 503, 504])

/** The server's own words about a file that it doesn't take. */
export class Refused extends Error {}

/**
 * Sends a file in parts, each from the byte where the last one ended, over broken lines and restarted servers (docs/decisions/022).
 * @param progress what is known of an earlier try, and learnt by this one: `{ uploadKey, offset }`
 * @returns {Promise<object>} what the server made of it
 * @throws Refused, or an AbortError once `signal` says so
 */
export async function transfer(file, { path, token, signal, progress, onSent, onWait }) {
  const ask = (method, address, body, onLoaded) => request(method, address, { body, token, signal, onLoaded })
  const next = () => {
    if (!progress.uploadKey) return ask('POST', path(), new URLSearchParams({ name: file.name, type: file.type, bytes: file.size }))
    const { uploadKey, offset, partBytes } = progress
    if (offset === null) return ask('GET', `/uploads/${uploadKey}`)
    return ask('POST', `/uploads/${uploadKey}?at=${offset}`, file.slice(offset, offset + partBytes), (loaded) => onSent(offset + loaded))
  }
  for (let tries = 0, furthest = -1; ; ) {
    const { status, answer } = await next()
    if (status === 201) return answer
    if ('offset' in answer) Object.assign(progress, answer)
    else if (passing.has(status) || status === 409) progress.offset &&= null
    else {
      // What the server has forgotten begins anew when it is tried again.
      if (status === 404) progress.uploadKey = undefined
      throw new Refused(answer.error ?? '')
    }
    tries = progress.offset > furthest ? 0 : tries + 1
    furthest = Math.max(furthest, progress.offset)
    if (tries > TRIES) throw new Refused('')
    if (status === 200) continue
    onWait()
    await someTime(tries, signal)
  }
}

/** fetch tells nothing of what has left. @returns status 0: nothing came back */
function request(method, address, { body, token, signal, onLoaded }) {
  signal.throwIfAborted()
  return new Promise((done, fail) => {
    const call = new XMLHttpRequest()
    const stop = () => call.abort()
    call.open(method, address)
    call.timeout = 60_000
    for (const [name, value] of [
      ['X-Requested-With', 'fetch'],
      ['Accept', 'application/json'],
      ['X-CSRF-Token', token],
    ])
      call.setRequestHeader(name, value)
    if (onLoaded) {
      call.setRequestHeader('Content-Type', 'application/octet-stream')
      call.upload.onprogress = ({ loaded }) => onLoaded(loaded)
    }
    call.onabort = () => fail(signal.reason)
    call.onloadend = () => {
      signal.removeEventListener('abort', stop)
      done({ status: call.status, answer: read(call.responseText) })
    }
    signal.addEventListener('abort', stop)
    call.send(body ?? null)
  })
}

function read(text) {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** Longer each time, and no longer than until the line is there again. */
function someTime(tries, signal) {
  return new Promise((done, fail) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', stop)
      done()
    }
    const stop = () => {
      end()
      fail(signal.reason)
    }
    const timer = setTimeout(end, Math.min(LONGEST_WAIT, 500 * 2 ** tries))
    addEventListener('online', end)
    signal.addEventListener('abort', stop)
  })
}
