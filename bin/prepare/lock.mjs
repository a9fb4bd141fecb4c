import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { say, Unprepared } from './run.mjs'

const LONGEST_WAIT = 30 * 60_000

/** A process is known by its id and start time: after a kill -9 or a reboot the id alone may be another's. */
function startOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19]
  } catch {
    return isAlive(pid) ? 'unknown' : null
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function holderIsGone(path) {
  try {
    const [pid, start] = readFileSync(path, 'utf8').split(' ')
    // Its maker was killed between creating and writing: such a file is empty for longer than a moment.
    if (!start) return Date.now() - statSync(path).mtimeMs > 5_000
    return startOf(Number(pid)) !== start
  } catch {
    return false
  }
}

function take(path) {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, `${process.pid} ${startOf(process.pid)}`)
    closeSync(file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Only who holds `.clearing` may remove a dead holder's lock, else two would remove each other's. */
function clearDead(path) {
  const clearing = `${path}.clearing`
  if (take(clearing)) {
    try {
      if (holderIsGone(path)) rmSync(path, { force: true })
    } finally {
      rmSync(clearing, { force: true })
    }
  } else if (holderIsGone(clearing)) {
    rmSync(clearing, { force: true })
  }
}

export async function withLock(path, work) {
  const until = Date.now() + LONGEST_WAIT
  let told = false
  while (!take(path)) {
    if (holderIsGone(path)) clearDead(path)
    else if (!told) {
      say('another prepare is at work here; waiting for it')
      told = true
    }
    if (Date.now() > until) throw new Unprepared(`another prepare has held ${path} for too long`)
    await sleep(150)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}
