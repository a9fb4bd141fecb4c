import { type Command, CommandError } from './command.ts'

/** In the order of the list. Each is loaded only when named: a command's file brings its own dependencies. */
const names = ['migrate', 'create-owner', 'demo', 'corpus', 'counts:check', 'render:refresh', 'visits:simulate', 'visits:check', 'routes']

const load = async (name: string): Promise<Command> => {
  const { command } = (await import(`./${name.replace(':', '-')}.ts`)) as { command: Command }
  return command
}

const [name = '--help', ...args] = process.argv.slice(2)
process.exit(await main(name, args))

async function main(name: string, args: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') return list(console.log, 0)
  if (!names.includes(name)) {
    console.error(`There is no command "${name}".\n`)
    return list(console.error, 2)
  }
  const command = await load(name)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`npm run madang -- ${command.usage}\n\n${command.summary}`)
    return 0
  }
  return run(command, args)
}

async function run(command: Command, args: string[]): Promise<number> {
  try {
    return await command.run(args)
  } catch (error) {
    if (error instanceof CommandError) console.error(error.message)
    else if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
      console.error(`${(error as Error).message}\n\nnpm run madang -- ${command.usage}`)
    else throw error
    return 2
  }
}

async function list(print: (text: string) => void, status: number): Promise<number> {
  print('npm run madang -- <command> [--help]\n')
  const loaded = await Promise.allSettled(names.map(load))
  for (const one of loaded) if (one.status === 'fulfilled') print(`  ${one.value.name.padEnd(16)}${one.value.summary}`)
  return status
}
