import type { AppContext } from '../../context.ts'
import { anyone, policyDecides } from '../../lib/http/access.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { createRouter, type Routes } from '../../lib/http/route.ts'
import { listAllGroups } from '../boards/boards.read-models.ts'
import { loadOverview } from '../posts/overview.read-models.ts'
import { listFrontBlocks, loadFront } from './front-blocks.read-models.ts'
import { GroupParams } from './home.schemas.ts'
import { arrangedPage, groupPage, homePage } from './home.view-models.ts'

const LATEST = 6
const NOTICES = 2

export function homeRoutes(ctx: AppContext): Routes {
  const { router, doors, get } = createRouter(ctx)

  get('/', { access: anyone, replica: true }, async ({ viewer, reader }) => {
    const blocks = await listFrontBlocks(ctx)
    if (blocks.length > 0) return arrangedPage(reader, await loadFront(ctx, viewer, blocks))
    return homePage(reader, await loadOverview(ctx, viewer, { latest: LATEST, notices: NOTICES }))
  })

  get('/groups/:group', { access: policyDecides, replica: true, params: GroupParams }, async ({ viewer, reader, params }) => {
    const group = (await listAllGroups(ctx)).find(({ slug }) => slug === params.group)
    if (!group) throw new NotFound(`no group ${params.group}`)
    const overview = await loadOverview(ctx, viewer, { latest: LATEST, notices: NOTICES, groupId: group.id })
    // A group of which one may enter no board isn't there.
    if (overview.boards.length === 0) throw new NotFound(`nothing in ${params.group} for this viewer`)
    return groupPage(reader, group, overview)
  })

  return { router, doors }
}
