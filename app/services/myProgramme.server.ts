import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { translatorFor } from '#shared/i18n/catalogues'
import { minuteOf } from '#shared/programme/time'
import { agendaOf } from '~/features/stars/agenda'
import { type Kept, myProgramme } from '~/features/stars/myProgramme'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage } from './answer.server'
import { readingOf, slugOf } from './visit.server'

/** "My programme" of whoever asks; `page` is null for a visitor whose browser alone knows the stars. */
export async function readMyProgramme(args: LoaderFunctionArgs) {
  const { context } = args
  const reading = readingOf(args.params)
  const { lang, format } = reading
  const visit = await orErrorPage(() => context.services.stars.myProgramme(context.actor, slugOf(args)))
  const { fair, release, mine } = visit
  if (!release) throw redirect(visitPaths(lang, fair.slug).fair)
  if (!mine) return { ...reading, visit, release, page: null }
  const kept: Kept = {
    stars: new Map(mine.stars.map(({ talkId, at }) => [talkId as string, at.getTime()])),
    signups: mine.signups,
  }
  const words = translatorFor(lang)('stars:words', { returnObjects: true })
  const page = myProgramme(agendaOf(visit, release, format), kept, minuteOf(context.now), lang, words)
  return { ...reading, visit, release, page }
}
