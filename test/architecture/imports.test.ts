import { createRequire } from 'node:module'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { expect, test } from 'vitest'

const config = createRequire(import.meta.url)('./dependency-cruiser.cjs')

test('every import keeps to the rules of the house', async () => {
  const { output } = await cruise(['src'], { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true }, undefined, {
    tsConfig: extractTSConfig('tsconfig.json'),
  })
  const { modules, summary } = output as ICruiseResult
  // With a TypeScript it doesn't know, the tool reads nothing and is content.
  expect(modules.length).toBeGreaterThan(100)
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
}, 60_000)
