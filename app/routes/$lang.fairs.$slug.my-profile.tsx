import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AppError, ERROR_STATUS } from '#shared/kernel/errors'
import { localise } from '#shared/kernel/language'
import { FailureNotice, Notice } from '~/components/Notice'
import { PageHead } from '~/components/PageShell'
import { ExhibitorFrame } from '~/features/exhibitors/ExhibitorFrame'
import { exhibitorPaths } from '~/features/exhibitors/exhibitorPaths'
import { FullProfileFields } from '~/features/exhibitors/ProfileFields'
import { changeRows, draftOf, readProfileForm, readRowChange, readyToSave } from '~/features/exhibitors/profileForm'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { readDeskPage, sectorChoices } from '~/services/exhibitorPages.server'
import { formOf, pageTitle, param, signInPath, wordsOf } from '~/services/page.server'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang, t } = wordsOf(params)
    const url = new URL(request.url)
    const { desk, frame, acting } = await readDeskPage(context, param(params, 'slug'), url.searchParams)
    if (!acting) {
      throw redirect(desk.reader.signedIn ? exhibitorPaths(lang, frame.slug).join : signInPath(lang, url.pathname))
    }
    const exhibitor = await context.services.exhibitors.getExhibitor(context.actor, {
      fairId: desk.fair.id,
      exhibitorId: acting.id,
    })
    return {
      title: pageTitle(t('exhibitors:profile.title'), localise(desk.fair.name, lang)),
      frame,
      stored: draftOf(exhibitor),
      sectors: sectorChoices(desk, lang),
      exhibitorId: exhibitor.id,
      shown: exhibitor.booths.some(({ state }) => state === 'confirmed') && desk.release !== null,
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const rows = readRowChange(form)
  if (rows) return { ok: false as const, code: null, draft: changeRows(form, rows) }
  const draft = readProfileForm(form)
  const result = await orFailure(async () => {
    const { desk, acting } = await readDeskPage(context, param(params, 'slug'), new URL(request.url).searchParams)
    if (!acting) throw new AppError('FORBIDDEN', { detail: 'acts for no exhibitor' })
    await context.services.exhibitors.editExhibitor(context.actor, {
      fairId: desk.fair.id,
      exhibitorId: acting.id,
      profile: readyToSave(draft),
    })
  })
  return result.ok ? { ok: true as const } : data({ ...result, draft }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function MyProfilePage() {
  const { frame, stored, sectors, exhibitorId, shown } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('exhibitors')
  const lang = useLang()
  const busy = useNavigation().state === 'submitting'
  const failure = result && !result.ok && result.code !== null ? result : null
  const draft = result && !result.ok ? result.draft : stored
  const title = t('profile.title')
  return (
    <ExhibitorFrame frame={frame} section="profile" title={title} narrow>
      <PageHead
        title={title}
        eyebrow={frame.acting?.name}
        lead={t('profile.lead')}
        actions={
          shown ? (
            <a className="button" href={visitPaths(lang, frame.slug).exhibitor(exhibitorId)}>
              {t('profile.preview')}
            </a>
          ) : undefined
        }
      />
      <Form method="post" className="form" key={exhibitorId} noValidate>
        <FailureNotice failure={failure} />
        {result?.ok && <Notice kind="success">{t('profile.saved')}</Notice>}
        {!shown && <p className="field__hint">{t('profile.unpublished')}</p>}
        <FullProfileFields draft={draft} sectors={sectors} problems={failure?.fields ?? []} />
        <div className="form__actions form__actions--sticky">
          <button type="submit" className="button button--primary" disabled={busy}>
            {t('profile.save')}
          </button>
        </div>
      </Form>
    </ExhibitorFrame>
  )
}
