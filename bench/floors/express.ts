import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import express from 'express'
import mysql, { type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'
import { databaseAddress } from '../../src/config/addresses.ts'
import { bodyOf } from './body.ts'

/**
 * An Express application that does the least that such a page needs, on the site's own database server: `/buffer/30000` sends so many bytes,
 * `/rows/20000` reads twenty rows by their key and prints them among so many letters, `/write` keeps two rows and answers when they are safe.
 */
const pool = mysql.createPool({ ...databaseAddress(process.env['DATABASE_URL'] ?? ''), timezone: 'Z', connectionLimit: 10 })
const print = ejs.compile(readFileSync(join(import.meta.dirname, 'rows.ejs'), 'utf8'), {
  _with: false,
  localsName: 'it',
  strict: true,
} as ejs.Options)

await pool.query(
  'CREATE TABLE IF NOT EXISTS bench_writes (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, post_id BIGINT UNSIGNED, body TEXT, KEY post_id (post_id))',
)
const [[{ last }]] = (await pool.query('SELECT MAX(id) AS last FROM posts')) as unknown as [[{ last: number }]]

const app = express()
app.disable('x-powered-by')

app.get('/buffer/:bytes', (req, res) => {
  res.type('html').send(bodyOf(Number(req.params.bytes)))
})

app.get('/rows/:filler', async (req, res) => {
  const [rows] = await pool.query<RowDataPacket[]>(
    `SELECT posts.number, posts.title, posts.comment_count, posts.view_count, posts.vote_count, posts.created_at, members.nickname
     FROM posts JOIN members ON members.id = posts.author_id
     WHERE posts.id <= ? ORDER BY posts.id DESC LIMIT 20`,
    [20 + Math.floor(Math.random() * (last - 20))],
  )
  res.type('html').send(print({ title: 'rows', rows, filler: bodyOf(Number(req.params.filler)).toString('latin1') }))
})

app.post('/write', express.urlencoded({ extended: false, limit: '512kb' }), async (req, res) => {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [{ insertId }] = await connection.query<ResultSetHeader>('INSERT INTO bench_writes (body) VALUES (?)', [req.body.body])
    await connection.query('INSERT INTO bench_writes (post_id, body) VALUES (?, ?)', [insertId, req.body.title])
    await connection.commit()
    res.redirect(303, `/rows/${insertId}`)
  } finally {
    connection.release()
  }
})

app.listen(Number(process.env['PORT']), '127.0.0.1')
