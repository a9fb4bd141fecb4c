import { keepCompiledCode } from './lib/process/compiled-code.ts'

/** `npm start`. All else is imported after this, so that it is found compiled. */
keepCompiledCode()
await import('./supervisor/main.ts')
