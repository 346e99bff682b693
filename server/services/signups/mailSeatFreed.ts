import type { Tx } from '#server/db/client'
import { type MailRecipient, queueMail } from '#server/services/mails/queueMail'
import { decodeRecord } from '#shared/document/records'
import type { AccountId, FairId, TalkId } from '#shared/kernel/ids'
import { type LocalText, localise } from '#shared/kernel/language'
import { slotsOf } from '#shared/programme/slots'
import { instantOfMinute } from '#shared/programme/time'

interface SeatMail {
  fairId: FairId
  talkId: TalkId
  accountIds: readonly AccountId[]
  at: Date
}

/** Tells those who moved up from the waiting list that they have a seat now. */
export async function mailSeatFreed(tx: Tx, { fairId, talkId, accountIds, at }: SeatMail): Promise<void> {
  const [about] = await tx<{ slug: string; name: LocalText; timeZone: string; demo: boolean; talk: unknown }[]>`
    select f.slug, f.name, f.time_zone as "timeZone", f.demo, r.talk from fairs f
    join lateral (select content -> 'plan' -> 'talks' -> ${talkId} as talk from releases
      where fair_id = f.id and withdrawn_at is null order by number desc limit 1) r on true
    where f.id = ${fairId}`
  if (!about) return
  const decoded = decodeRecord('talks', talkId, about.talk)
  if (!decoded.ok) return
  const [slot] = slotsOf(decoded.record)
  const recipients = await tx<MailRecipient[]>`
    select email, name, language, demo or ${about.demo} as demo from accounts
    where id = any(${[...accountIds]}) order by id`
  for (const to of recipients) {
    await queueMail(tx, {
      fairId,
      to,
      template: 'seatFreed',
      params: {
        fair: localise(about.name, to.language),
        talk: localise(decoded.record.title, to.language),
        start: slot ? instantOfMinute(slot.start).toISOString() : null,
        timeZone: about.timeZone,
        path: `/${to.language}/fairs/${about.slug}/talks/${talkId}`,
      },
      at,
    })
  }
}
