import type { Sql } from '#server/db/client'

/** Holds a fair's row as somebody else's transaction would. Returns the function that lets it go. */
export async function lockFair(sql: Sql, fairId: string): Promise<() => Promise<void>> {
  let letGo = () => {}
  const released = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let over: Promise<void> = Promise.resolve()
  await new Promise<void>((locked, failed) => {
    over = sql
      .begin(async (tx) => {
        await tx`select from fairs where id = ${fairId} for update`
        locked()
        await released
      })
      .then(() => {}, failed)
  })
  return async () => {
    letGo()
    await over
  }
}
