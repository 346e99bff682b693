import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { Answer } from '~/components/Answer'
import { FailureNotice, Notice } from '~/components/Notice'
import { organiserPaths } from '~/features/exhibitors/organiserPaths'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { historyPaths } from '~/features/history/historyPaths'
import { readPosition } from '~/features/history/historyQuery'
import { RestoreForm } from '~/features/history/RestoreForm'
import { RestorePreview } from '~/features/history/RestorePreview'
import { RestoreReport } from '~/features/history/RestoreReport'
import { useFormat } from '~/lib/format'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'
import { formOf, param, wordsOf } from '~/services/page.server'
import { actOnRestore, readRestoreForm } from '~/services/restoreActs.server'
import { readRestorePage, readScope } from '~/services/restorePage.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t, fair, titled } = await readOrganiserPage(args)
    const params = new URL(args.request.url).searchParams
    const position = readPosition(params, 'at')
    if (position === null) throw new AppError('NOT_FOUND', { detail: 'no moment' })
    return {
      title: titled(t('history:restore.title')),
      fair,
      meanwhile: params.has('meanwhile'),
      page: await readRestorePage(args.context, { fair, lang, t }, position, readScope(params)),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = wordsOf(params)
  const fairId = param(params, 'fairId') as FairId
  const form = await formOf(request)
  const asked = await orErrorPage(async () => readRestoreForm(form))
  const result = await orFailure(() => actOnRestore(context, fairId, asked, words))
  if (result.ok) return result
  // What would be undone now is more than was looked at: it is shown first.
  if (result.code === 'DRAFT_CHANGED' && asked.intent === 'undo')
    throw redirect(`${historyPaths(words.lang, fairId).restoreScope(asked.position, asked.scope)}&meanwhile=1`)
  return data(result, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function RestoreRoute() {
  const { fair, page, meanwhile } = useLoaderData<typeof loader>()
  const result = useActResult(useActionData<typeof action>())
  const { t } = useTranslation('history')
  const format = useFormat()
  const lang = useLang()
  const paths = organiserPaths(lang, fair.id)
  const { position, at, form, preview } = page
  const here = historyPaths(lang, fair.id).page({ at: position })
  const failure = result && !result.ok ? result : null
  const done = result?.ok ? result.value : null
  return (
    <OrganiserShell
      fair={fair}
      section="history"
      title={t('restore.title')}
      lead={at ? t('restore.lead', { moment: format.moment(at, fair.timeZone) }) : t('restore.leadBeginning')}
    >
      <div className="stack stack--loose">
        <Answer to={result}>
          {failure?.code === 'DRAFT_CHANGED' ? (
            <Notice kind="warning">{t('restore.changed')}</Notice>
          ) : (
            <FailureNotice failure={failure} />
          )}
          {done && (
            <RestoreReport
              restored={done}
              planHref={paths.plan}
              programmeHref={paths.programme}
              historyHref={historyPaths(lang, fair.id).page()}
            />
          )}
        </Answer>
        {meanwhile && !result && <Notice kind="warning">{t('restore.changed')}</Notice>}
        {!done && (
          <>
            <p>
              <Link to={here}>
                <span aria-hidden="true">← </span>
                {t('restore.back')}
              </Link>
            </p>
            <RestoreForm position={position} {...form} />
            {preview ? (
              <RestorePreview
                preview={preview}
                kind={form.kind}
                position={position}
                archived={fair.archivedAt !== null}
              />
            ) : (
              form.kind === 'region' && <p className="booth-facts__soft">{t('restore.needRegion')}</p>
            )}
          </>
        )}
      </div>
    </OrganiserShell>
  )
}
