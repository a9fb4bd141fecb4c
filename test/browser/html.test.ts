import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { everyPage } from '../support/every-page.ts'
import { fillSite } from '../support/filled-site.ts'
import { readerAs, walkTo } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()

const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // Styles and scripts are our own, from our own host, with their hash in the address.
    'require-sri': 'off',
    // Of a condition that printed nothing a blank is left: templates are written for who reads them.
    'no-trailing-whitespace': 'off',
    // A post's title may have 200 characters, and it is the page's.
    'long-title': 'off',
  },
})

test.each(['ko', 'en'])('the markup of every page is valid (%s)', { timeout: 180_000 }, async (language) => {
  const filled = await fillSite(site)
  const faults: string[] = []
  for (const kind of everyPage) {
    const agent = readerAs(filled, kind.as)
    agent.cookies.set('lang', language)
    const page = await walkTo(filled, agent, kind)
    expect(page.root.querySelector('html')?.getAttribute('lang'), kind.name).toBe(language)
    const { results } = await html.validateString(page.body, kind.name)
    const messages = results.flatMap((result) => result.messages)
    faults.push(...messages.map(({ ruleId, message, line, selector }) => `${kind.name}, line ${line}: ${ruleId}: ${message} ${selector}`))
  }
  expect(faults).toEqual([])
})
