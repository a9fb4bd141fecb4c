import { connect } from 'node:net'

/** Connects to a unix socket, says something or nothing, and judges the first bytes of the answer. */
export function askSocket(path: string, question: string, isGood: (answer: Buffer) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const settle = (good: boolean) => {
      socket.destroy()
      resolve(good)
    }
    socket.setTimeout(1_000, () => settle(false))
    socket.on('error', () => settle(false))
    socket.on('end', () => settle(false))
    socket.on('data', (answer) => settle(isGood(answer)))
    if (question) socket.write(question)
  })
}
