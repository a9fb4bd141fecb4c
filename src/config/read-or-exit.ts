import { type Config, ConfigError, readConfig } from './config.ts'
import { readEnvironment } from './env.ts'

/** For programs that a person starts: wrong values are told line by line, and nothing is started. */
export function readConfigOrExit(say: (line: string) => void): Config {
  try {
    return readConfig(readEnvironment())
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    for (const line of error.lines) say(line)
    process.exit(1)
  }
}
