import { createServer } from 'node:http'
import { bodyOf } from './body.ts'

/** The least that Node can do: `/30000` answers so many bytes. */
createServer((req, res) => {
  const body = bodyOf(Number(req.url?.slice(1)))
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
  res.end(body)
}).listen(Number(process.env['PORT']), '127.0.0.1')
