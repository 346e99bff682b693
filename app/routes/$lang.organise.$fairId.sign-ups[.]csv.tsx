import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeCsv } from '#shared/exchange/csv/csvText'
import { localise } from '#shared/kernel/language'
import { answerFile } from '~/services/file.server'
import { readOrganiserPage } from '~/services/organise.server'

const COLUMNS = ['talk_id', 'talk', 'start', 'state', 'name', 'email', 'language', 'signed_up_at']

/** Everybody who signed up for anything, as a table. */
export function loader(args: LoaderFunctionArgs) {
  return answerFile(args, async () => {
    const { lang, fair } = await readOrganiserPage(args)
    const { services, actor } = args.context
    const talks = await services.signups.talkSignups(actor, { fairId: fair.id })
    const rows = talks.flatMap(({ talkId, title, start, people }) =>
      people.map(({ state, name, email, language, at }) => [
        talkId,
        localise(title, lang),
        start?.toISOString() ?? '',
        state,
        name,
        email,
        language,
        at.toISOString(),
      ]),
    )
    return { fileName: `${fair.slug}-sign-ups.csv`, csv: writeCsv(COLUMNS, rows) }
  })
}
