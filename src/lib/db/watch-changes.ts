const change =
  /^\s*(?:insert\s+(?:ignore\s+)?into|replace\s+into|update(?:\s+ignore)?|delete\s+(?:ignore\s+)?from|truncate(?:\s+table)?)\s+`?(\w+)/i
/** Of odder shape (`DELETE a FROM …`, `ALTER …`): better told of once too often. */
const perhapsChange = /^\s*(?:insert|replace|update|delete|truncate|alter|drop|rename|load)\b/i

/**
 * Watches the statements of one connection and tells when others can see a change: after the statement, or after the COMMIT of the transaction
 * that it stood in. Tables of `except` hold nothing that pages show.
 */
export function createChangeWatch(tell: () => void, except: ReadonlySet<string>): (sql: string) => void {
  let inTransaction = false
  let changed = false
  return (sql) => {
    if (/^\s*(?:begin|start\s+transaction)\b/i.test(sql)) {
      inTransaction = true
      changed = false
    } else if (/^\s*(?:commit|rollback)\s*;?\s*$/i.test(sql)) {
      // Of a COMMIT whose answer got lost nobody knows: it counts as done.
      if (changed && /commit/i.test(sql)) tell()
      inTransaction = false
      changed = false
    } else if (perhapsChange.test(sql) && !except.has(change.exec(sql)?.[1] ?? '')) {
      if (inTransaction) changed = true
      else tell()
    }
  }
}
