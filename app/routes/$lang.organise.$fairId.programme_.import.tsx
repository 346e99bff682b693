import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import type { FairId } from '#shared/kernel/ids'
import { Answer } from '~/components/Answer'
import { Notice } from '~/components/Notice'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { ConfirmImport } from '~/features/imports/ConfirmImport'
import { DryRun } from '~/features/imports/DryRun'
import { ImportHistory } from '~/features/imports/ImportHistory'
import { refusalSentence } from '~/features/imports/importWords'
import { UploadForm } from '~/features/imports/UploadForm'
import { useActResult } from '~/lib/useActResult'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { actOnImports } from '~/services/importActs.server'
import { readImportPage } from '~/services/importPage.server'
import { readOrganiserPage } from '~/services/organise.server'
import { formOf, param } from '~/services/page.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t, fair, titled } = await readOrganiserPage(args)
    const page = await readImportPage(args.context, fair.id, new URL(args.request.url))
    return { title: titled(t('imports:title')), fair, page }
  })
}

/** First a look at a file, then the import of just that, later perhaps its undo; each ends at an address that can be reloaded. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const result = await orFailure(() => actOnImports(context, param(params, 'fairId') as FairId, form))
  if (!result.ok) return data(result, ERROR_STATUS[result.code])
  return redirect(new URL(request.url).pathname.replace(/\.data$/, '') + result.value)
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ProgrammeImportPage() {
  const { fair, page } = useLoaderData<typeof loader>()
  const result = useActResult(useActionData<typeof action>())
  const { t } = useTranslation(['imports', 'formats', 'errors'])
  const home = `/${useLang()}/organise/${fair.id}/programme`
  const failure = result ?? page.failure
  const { look } = page
  return (
    <OrganiserShell
      fair={fair}
      section="programme"
      title={t('title')}
      lead={t('lead')}
      actions={
        <a className="button" href={home}>
          {t('back')}
        </a>
      }
    >
      <Answer to={result ?? ((page.done ?? page.undone ?? page.failure) ? page : null)}>
        {failure && (
          <Notice kind={failure.code === 'DRAFT_CHANGED' ? 'warning' : 'error'}>
            {failure.code === 'DRAFT_CHANGED' ? t('changedMeanwhile') : refusalSentence(t, failure)}
          </Notice>
        )}
        {page.done !== null && (
          <Notice kind="success" title={t('done.title')}>
            <p>{t('done.text')}</p>
            <p>
              <a className="button button--primary" href={home}>
                {t('done.open')}
              </a>
            </p>
          </Notice>
        )}
        {page.undone !== null && <Notice kind="success">{t('undone')}</Notice>}
      </Answer>
      {look && (
        <section className="card stack" aria-labelledby="import-look">
          <h2 id="import-look">{t('dryRun.title')}</h2>
          <DryRun look={look} />
          {fair.may.settings && look.changes && (
            <ConfirmImport key={look.importId} look={look} address={`${home}/import/run`} />
          )}
        </section>
      )}
      {fair.may.settings && (
        <UploadForm key={look?.importId ?? page.done ?? page.undone} again={look !== null} problems={failure?.fields} />
      )}
      <ImportHistory imports={page.imports} timeZone={fair.timeZone} mayUndo={fair.may.settings} />
    </OrganiserShell>
  )
}
