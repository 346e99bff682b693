import type { ReleasePreview } from '#server/services/releases/releasePreview'
import { conflictSentence } from '#shared/i18n/conflictSentence'
import type { Translate } from '#shared/i18n/translator'
import type { Language } from '#shared/kernel/language'
import { conflictParams } from '#shared/programme/conflicts/conflictParams'
import type { Conflict } from '#shared/programme/conflicts/types'
import { changedDays } from '~/features/releases/changedDays'
import { countTalkKinds, talkLines } from '~/features/releases/talkLines'
import type { AffectedSpeaker } from '~/features/releases/types'
import { createFormat } from '~/lib/format'

/** Warnings that the page lists; of more it says how many there are. */
const MOST_WARNINGS = 200

/** The programme's part of the publish page, in the reader's language. */
export function releaseProgramme(preview: ReleasePreview, lang: Language, t: Translate) {
  const { previous, talkChanges, context, draft, plan, programme, staying } = preview
  const format = createFormat(lang)
  const { timeZone } = context
  const plans = { before: previous?.plan ?? plan, after: plan }
  const changes = previous ? talkChanges : []
  const nameOf = (id: Parameters<typeof context.people.get>[0]) => context.people.get(id)?.name
  return {
    talkCount: programme.talks.size,
    talkLines: talkLines(changes, plans, { format, timeZone, nameOf }),
    talkCounts: countTalkKinds(changes),
    days: previous
      ? changedDays({ before: previous.programme, after: programme, plans, changes, timeZone, format })
      : [],
    staying: staying.map(({ id, title }) => ({ id, title: format.text(title) })),
    conflicts: conflictLines(preview, (conflict) => ({
      key: conflict.key,
      text: conflictSentence(t, conflict, conflictParams(conflict, draft, context, lang)),
    })),
    people: affectedLines(preview, (id) => {
      const talk = programme.talks.get(id) ?? previous?.programme.talks.get(id)
      return talk ? format.text(talk.title) : id
    }),
  }
}

function conflictLines({ conflicts }: ReleasePreview, line: (conflict: Conflict) => { key: string; text: string }) {
  return {
    open: conflicts.open.map(line),
    warnings: conflicts.warnings.slice(0, MOST_WARNINGS).map(line),
    waived: conflicts.waived.map(({ conflict, reason, by }) => ({ ...line(conflict), reason, by })),
    staying: conflicts.staying.length,
  }
}

type TalkIdOf = ReleasePreview['people']['people'][number]['talks'][number]['id']

/** Speakers by name; of visitors only how many: what they starred is their own business. */
function affectedLines({ people: { people, unreachable } }: ReleasePreview, titleOf: (id: TalkIdOf) => string) {
  const speakers: AffectedSpeaker[] = []
  const visitors = { count: 0, starred: 0, joined: 0 }
  for (const [index, { to, talks, booths }] of people.entries()) {
    const given = talks.filter(({ as }) => as.includes('speaker'))
    if (given.length > 0) {
      const told = given.map(({ id, changes }) => ({ title: titleOf(id), changes }))
      speakers.push({ key: `${index} ${to.name}`, name: to.name, talks: told })
    } else if (booths.length === 0) {
      visitors.count++
      if (talks.some(({ as }) => as.includes('starred'))) visitors.starred++
      if (talks.some(({ as }) => as.includes('seated') || as.includes('waiting'))) visitors.joined++
    }
  }
  return { speakers, visitors, unreachable: unreachable.map(({ name }) => name), mails: people.length }
}
