import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { IMPORT_MODES } from '#shared/exchange/planMerge'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import { FailureNotice, Notice } from '~/components/Notice'
import { parseJson } from '~/features/fairs/fairForm'
import { ImportForm } from '~/features/fairs/ImportForm'
import { ImportPreview } from '~/features/fairs/ImportPreview'
import { ImportProblems } from '~/features/fairs/ImportProblems'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { useLang } from '~/lib/useLang'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readOrganiserPage } from '~/services/organise.server'
import { formOf, param, textOf } from '~/services/page.server'

export async function loader(args: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { t, fair, titled } = await readOrganiserPage(args)
    return { title: titled(t('fairs:import.title')), fair }
  })
}

/** First a look (`preview`), then, with the same text and the draft that was looked at, the import itself. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const mode = IMPORT_MODES.find((one) => one === textOf(form, 'mode')) ?? 'add'
  const { services, actor } = context
  const result = await orFailure(async () => {
    const fairId = param(params, 'fairId')
    const text = await planText(form)
    const json = parseJson(text)
    switch (textOf(form, 'intent')) {
      case 'preview':
        return {
          step: 'preview' as const,
          preview: await services.fairs.previewImport(actor, { fairId, json, mode }),
          text,
        }
      case 'import': {
        const position = Number(textOf(form, 'position'))
        if (!Number.isSafeInteger(position)) throw new AppError('BAD_REQUEST', { detail: 'position' })
        await services.fairs.importPlan(actor, { fairId, json, mode, position: mode === 'replace' ? position : null })
        return { step: 'done' as const }
      }
      default:
        throw new AppError('BAD_REQUEST', { detail: 'unknown intent' })
    }
  })
  return result.ok
    ? { ok: true as const, mode, ...result.value }
    : data({ ...result, mode }, { status: ERROR_STATUS[result.code] })
}

async function planText(form: FormData): Promise<string> {
  const given = form.get('plan')
  const text = given instanceof File ? await given.text() : (given ?? '')
  if (text.trim() === '') throw new AppError('INVALID', { fields: [{ path: 'plan', code: 'required' }] })
  return text
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ImportPage() {
  const { fair } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('fairs')
  const lang = useLang()
  const failure = answer && !answer.ok ? answer : undefined
  return (
    <OrganiserShell fair={fair} section={null} title={t('import.title')} lead={t('import.lead')}>
      <FailureNotice failure={failure} />
      <ImportProblems failure={failure} />
      {answer?.ok && answer.step === 'done' && (
        <Notice kind="success" title={t('import.done')}>
          <p>{t('import.doneHint')}</p>
          <p>
            <a className="button" href={`/${lang}/organise/${fair.id}/plan`}>
              {t('overview.openPlan')}
            </a>
          </p>
        </Notice>
      )}
      {answer?.ok && answer.step === 'preview' && (
        <ImportPreview preview={answer.preview} text={answer.text} mode={answer.mode} />
      )}
      {fair.may.settings && (
        <ImportForm mode={answer?.mode ?? 'add'} again={answer?.ok === true} problems={failure?.fields} />
      )}
    </OrganiserShell>
  )
}
