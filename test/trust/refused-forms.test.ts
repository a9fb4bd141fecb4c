import { expect, test } from 'vitest'
import { canaries } from '../support/canaries.ts'
import { fillSite } from '../support/filled-site.ts'
import { useSite } from '../support/site.ts'

const site = useSite()

test("a form that is refused shows nobody a text that they may not read: another's hidden comment stays hidden", async () => {
  const filled = await fillSite(site)
  const { long } = filled.posts
  const { hidden } = filled.comments
  for (const { agent } of [filled.people.member, filled.people.author]) {
    const answer = await agent.post(`${long}/comments/${hidden}/edit`, {})
    expect(answer.status).toBe(403)
    expect(answer.body).not.toContain(canaries.hiddenComment)
  }
})
