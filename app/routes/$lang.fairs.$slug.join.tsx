import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import { localise } from '#shared/kernel/language'
import { EmptyState, FailureNotice } from '~/components/Notice'
import { PageHead } from '~/components/PageShell'
import { ExhibitorFrame } from '~/features/exhibitors/ExhibitorFrame'
import { exhibitorPaths } from '~/features/exhibitors/exhibitorPaths'
import { DescriptionFields, IdentityFields } from '~/features/exhibitors/ProfileFields'
import { emptyProfile, readProfileForm, readyToSave } from '~/features/exhibitors/profileForm'
import { useFormat } from '~/lib/format'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readDeskPage, sectorChoices } from '~/services/exhibitorPages.server'
import { formOf, pageTitle, param, signInPath, wordsOf } from '~/services/page.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const { pathname, searchParams } = new URL(request.url)
    const { desk, frame } = await readDeskPage(context, param(params, 'slug'), searchParams)
    const { reader, fair } = desk
    const state =
      frame.exhibitors.length > 0
        ? ('already' as const)
        : !fair.openForExhibitors
          ? ('closed' as const)
          : reader.signedIn
            ? ('open' as const)
            : ('signIn' as const)
    return {
      title: pageTitle(t('exhibitors:join.title'), localise(fair.name, lang)),
      frame,
      state,
      sectors: sectorChoices(desk, lang),
      signInHref: signInPath(lang, pathname),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const draft = readProfileForm(await formOf(request))
  const result = await orFailure(async () => {
    const { lang } = wordsOf(params)
    const { desk, frame } = await readDeskPage(context, param(params, 'slug'), new URLSearchParams())
    await context.services.exhibitors.joinFair(context.actor, { fairId: desk.fair.id, profile: readyToSave(draft) })
    return `${exhibitorPaths(lang, frame.slug).claim}?welcome`
  })
  return result.ok ? redirect(result.value) : data({ ...result, draft }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function JoinPage() {
  const { frame, state, sectors, signInHref } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation('exhibitors')
  const format = useFormat()
  const lang = useLang()
  const busy = useNavigation().state !== 'idle'
  const title = t('join.title')
  const fair = format.text(frame.name)
  const paths = exhibitorPaths(lang, frame.slug)
  const draft = failure?.draft ?? emptyProfile()
  return (
    <ExhibitorFrame frame={frame} section={null} title={title} narrow>
      <PageHead title={title} eyebrow={fair} lead={state === 'open' ? t('join.lead') : undefined} />
      {state === 'already' && (
        <EmptyState
          title={t('join.already.title')}
          action={
            <div className="cluster">
              <a className="button button--primary" href={paths.myBooth}>
                {t('join.already.booth')}
              </a>
              <a className="button" href={paths.claim}>
                {t('join.already.choose')}
              </a>
            </div>
          }
        >
          {t('join.already.text', { names: format.list(frame.exhibitors.map(({ name }) => name)) })}
        </EmptyState>
      )}
      {state === 'closed' && (
        <EmptyState
          title={t('join.closed.title')}
          action={
            <a className="button" href={visitPaths(lang, frame.slug).fair}>
              {t('join.closed.back')}
            </a>
          }
        >
          {t('join.closed.text', { fair })}
        </EmptyState>
      )}
      {state === 'signIn' && (
        <EmptyState
          title={t('join.signIn.title')}
          action={
            <a className="button button--primary" href={signInHref}>
              {t('join.signIn.button')}
            </a>
          }
        >
          {t('join.signIn.text')}
        </EmptyState>
      )}
      {state === 'open' && (
        <Form method="post" className="form" noValidate>
          <FailureNotice failure={failure} />
          <IdentityFields draft={draft} sectors={sectors} problems={failure?.fields ?? []} />
          <DescriptionFields
            draft={draft}
            problems={failure?.fields ?? []}
            languages={[lang]}
            hint={t('profile.description.hint')}
          />
          <div className="form__actions">
            <button type="submit" className="button button--primary" disabled={busy}>
              {t('join.submit')}
            </button>
          </div>
        </Form>
      )}
    </ExhibitorFrame>
  )
}
