import { CommandError } from './command.ts'

/** A password from a pipe as it comes, but for the line's end; at a keyboard asked twice, and never shown. */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return readPipe()
  const password = await askSilently('Password: ')
  if ((await askSilently('The same again: ')) !== password) throw new CommandError('The two passwords differ. Nothing was changed.')
  return password
}

async function readPipe(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

const ENTER = /[\r\n]/
const INTERRUPT = '\u0003'
const END = '\u0004'
const ERASE = /[\u007f\b]/

function askSilently(question: string): Promise<string> {
  const { stdin, stderr } = process
  // Before the question: a quick answer must not be shown either.
  stdin.setRawMode(true)
  // Not on standard output: that may be a file.
  stderr.write(question)
  stdin.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed = ''
    const finish = (settle: () => void) => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      settle()
    }
    const onData = (data: string) => {
      // A paste comes in one piece.
      for (const char of data) {
        if (ENTER.test(char)) return finish(() => resolve(typed))
        if (char === INTERRUPT || char === END) return finish(() => reject(new CommandError('Stopped. Nothing was changed.')))
        typed = ERASE.test(char) ? [...typed].slice(0, -1).join('') : typed + char
      }
    }
    stdin.on('data', onData)
    stdin.resume()
  })
}
