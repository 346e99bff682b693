import type { Container } from '#server/container'
import { listen } from '#server/db/listen'
import { forgetSecrets } from '#server/services/mails/forgetSecrets'
import { type SendMail, sendDueMails } from '#server/services/mails/sendDueMails'
import { type Job, repeat } from './repeat'

export interface JobsOptions {
  container: Container
  /** Null without a mail server: mails wait. */
  send: SendMail | null
}

/** What happens by itself. Returns the function that ends it, once every run under way has ended. */
export async function startJobs({ container, send }: JobsOptions): Promise<() => Promise<void>> {
  const { deps, services } = container
  const start = (job: Job) => repeat(job, deps.log)
  const jobs = [
    start({ name: 'expire holds', everyMs: 5000, run: services.claims.expireHolds }),
    start({ name: 'remind holds', everyMs: 60_000, run: services.claims.remindHolds }),
    start({ name: 'forget secrets', everyMs: 60_000, run: forgetSecrets(deps) }),
    start({ name: 'forget keys', everyMs: 3_600_000, run: services.claims.forgetOldKeys }),
    start({ name: 'forget uploads', everyMs: 3_600_000, run: services.imports.forgetUploads }),
  ]
  if (!send) return async () => void (await Promise.all(jobs.map((job) => job.stop())))

  const post = start({ name: 'send mails', everyMs: 15_000, run: sendDueMails(deps, send) })
  const unlisten = await listen(deps.sql, 'outbox', { onMessage: post.wake })
  return async () => {
    await Promise.all([...jobs, post].map((job) => job.stop()))
    await unlisten()
  }
}
