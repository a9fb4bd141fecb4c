import { expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { keepPicture } from './keep-picture.ts'

const site = useSite()

/** Boards on which others may not read what a member posts, each for its own reason. */
async function closedBoards(): Promise<Record<string, Board>> {
  const boards = {
    secret: await aBoard(site, { slug: 'secret', secret: 'always' }),
    consultation: await aBoard(site, { slug: 'counsel', consultation: true }),
    approval: await aBoard(site, { slug: 'queue', approval: true }),
    group: await aBoard(site, { slug: 'inner' }),
  }
  const [groupId] = await site.ctx
    .db('board_groups')
    .insert({ slug: 'inner', nameKo: '안쪽', nameEn: 'Inner', position: 9, level: 1, membersOnly: 1 })
  await site.ctx.db('boards').where({ slug: 'inner' }).update({ groupId })
  await site.ctx.memory.forget('boards')
  const all = await listAllBoards(site.ctx)
  return Object.fromEntries(Object.entries(boards).map(([name, { id }]) => [name, all.find((board) => board.id === id)!]))
}

test('a picture is kept from all who may not read its post: secret, in consultation, waiting, in a closed group', async () => {
  const mina = await aMember(site, '미나')
  const junho = await aMember(site, '준호')
  const owner = await aMember(site, '주인', { level: 10 })
  const boards = await closedBoards()
  await site.ctx
    .db('board_group_members')
    .insert({ groupId: boards['group']!.groupId, memberId: mina.viewer.memberId, createdAt: site.clock.now() })
  mina.viewer.groups = new Set([boards['group']!.groupId])
  for (const [name, board] of Object.entries(boards)) {
    const { markdown, path, thumbnailPath } = await keepPicture(site.ctx, mina.viewer)
    await aPost(site, board, mina, { body: markdown })
    const statuses = async (address: string) => [
      (await site.visitor().request(address)).status,
      (await junho.agent.request(address)).status,
      (await mina.agent.request(address)).status,
      (await owner.agent.request(address)).status,
    ]
    for (const address of [path, thumbnailPath]) expect([name, await statuses(address)]).toEqual([name, [404, 404, 200, 200]])
  }
})
