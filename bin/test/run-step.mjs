import { spawn } from 'node:child_process'

/** Runs one program to its end, or to the end of its time; its output is shown as it comes. */
export function runStep(name, command, args, { minutes, cwd }) {
  return new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
    const endAll = (signal) => {
      try {
        process.kill(-child.pid, signal)
      } catch {
        // It ended by itself meanwhile.
      }
    }
    const passOn = (signal) => endAll(signal)
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    const timer = setTimeout(() => {
      console.error(`${name}: not done after ${minutes} minutes`)
      endAll('SIGTERM')
      setTimeout(() => endAll('SIGKILL'), 10_000).unref()
    }, minutes * 60_000)
    const end = (ok, detail) => {
      clearTimeout(timer)
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      console.log(`${name}: ${ok ? 'ok' : `failed (${detail})`} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
      resolve(ok)
    }
    child.on('error', (error) => end(false, error.message))
    child.on('exit', (code, signal) => end(code === 0, signal ?? `status ${code}`))
  })
}
