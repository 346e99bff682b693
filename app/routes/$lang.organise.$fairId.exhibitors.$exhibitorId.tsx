import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ERROR_STATUS } from '#shared/kernel/errors'
import type { ExhibitorId, FairId } from '#shared/kernel/ids'
import { localise } from '#shared/kernel/language'
import { FailureNotice, Notice } from '~/components/Notice'
import { StatusBadge } from '~/components/StatusBadge'
import { ArchiveSection } from '~/features/exhibitors/ArchiveSection'
import { InviteSection } from '~/features/exhibitors/InviteSection'
import { organiserPaths } from '~/features/exhibitors/organiserPaths'
import { FullProfileFields } from '~/features/exhibitors/ProfileFields'
import { changeRows, draftOf, readProfileForm, readRowChange } from '~/features/exhibitors/profileForm'
import { OrganiserShell } from '~/features/fairs/OrganiserShell'
import { useLang } from '~/lib/useLang'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage, orFailure } from '~/services/answer.server'
import { actOnExhibitor } from '~/services/exhibitorActs.server'
import { readSectors } from '~/services/exhibitorsPage.server'
import { formOf, pageTitle, param, wordsOf } from '~/services/page.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  return await orErrorPage(async () => {
    const { lang } = wordsOf(params)
    const fairId = param(params, 'fairId') as FairId
    const exhibitorId = param(params, 'exhibitorId') as ExhibitorId
    const { services, actor } = context
    const fair = await services.fairs.getFair(actor, { fairId })
    const [exhibitor, team, sectors] = await Promise.all([
      services.exhibitors.getExhibitor(actor, { fairId, exhibitorId }),
      services.team.listTeam(actor, { fairId }),
      readSectors(context, fairId, lang),
    ])
    return {
      title: pageTitle(exhibitor.name, localise(fair.name, lang)),
      fair,
      id: exhibitor.id,
      stored: draftOf(exhibitor),
      archived: exhibitor.archivedAt !== null,
      booths: exhibitor.booths,
      accounts: exhibitor.accounts,
      sectors,
      invitations: team.invitations
        .filter((invitation) => invitation.exhibitorId === exhibitorId)
        .map(({ id, note, expiresAt }) => ({ id, note, expiresAt: expiresAt.toISOString() })),
    }
  })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const rows = readRowChange(form)
  if (rows) return { ok: false as const, code: null, draft: changeRows(form, rows) }
  const result = await orFailure(() => {
    const fairId = param(params, 'fairId') as FairId
    const exhibitorId = param(params, 'exhibitorId') as ExhibitorId
    return actOnExhibitor(context, { fairId, exhibitorId }, form)
  })
  if (result.ok) return result
  const draft = form.has('intent') ? null : readProfileForm(form)
  return data({ ...result, draft }, ERROR_STATUS[result.code])
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title ?? 'Beursvloer' }]

export default function ExhibitorPage() {
  const { fair, id, stored, archived, booths, accounts, sectors, invitations } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [search] = useSearchParams()
  const { t } = useTranslation('exhibitors')
  const lang = useLang()
  const paths = organiserPaths(lang, fair.id)
  const done = result?.ok ? result.value : null
  const failure = result && !result.ok && result.code !== null ? result : null
  const draft = (result && !result.ok ? result.draft : null) ?? stored
  const confirmed = booths.some(({ state }) => state === 'confirmed')
  const { name } = stored
  return (
    <OrganiserShell
      fair={fair}
      section="exhibitors"
      title={name}
      actions={
        <>
          <a className="button button--quiet" href={paths.exhibitors}>
            {t('detail.back')}
          </a>
          {confirmed && !archived && (
            <a className="button" href={visitPaths(lang, fair.slug).exhibitor(id)}>
              {t('detail.publicPage')}
            </a>
          )}
        </>
      }
    >
      <div className="stack">
        <FailureNotice failure={failure} />
        {!result && search.has('added') && <Notice kind="success">{t('add.done', { name })}</Notice>}
        {done?.did === 'saved' && <Notice kind="success">{t('detail.saved')}</Notice>}
        {done?.did === 'archived' && <Notice kind="success">{t('detail.archive.done', { name })}</Notice>}
        {done?.did === 'restored' && <Notice kind="success">{t('detail.archive.restored', { name })}</Notice>}
        {done?.did === 'revoked' && <Notice kind="success">{t('detail.invite.revoked')}</Notice>}
        {archived && <ArchiveSection name={name} archived booths={[]} />}
        <div className="with-aside">
          {archived ? (
            <div />
          ) : (
            <section className="stack" aria-labelledby="profile">
              <h2 id="profile">{t('detail.profileTitle')}</h2>
              <Form method="post" className="form" key={id} noValidate>
                <FullProfileFields draft={draft} sectors={sectors} problems={failure?.fields ?? []} />
                <div className="form__actions form__actions--sticky">
                  <button type="submit" className="button button--primary">
                    {t('profile.save')}
                  </button>
                </div>
              </Form>
            </section>
          )}
          <div className="stack">
            <section className="card" aria-labelledby="booths">
              <h2 className="card__title" id="booths">
                {t('detail.boothsTitle')}
              </h2>
              {booths.length === 0 ? (
                <p>{t('detail.noBooths')}</p>
              ) : (
                <ul className="plain-list">
                  {booths.map(({ boothId, number, state }) => (
                    <li key={boothId} className="cluster">
                      <strong>{number}</strong> <StatusBadge status={state} />
                    </li>
                  ))}
                </ul>
              )}
              {!archived && (
                <p>
                  <a
                    className="button button--small"
                    href={`${paths.claims}?${new URLSearchParams({ exhibitor: id })}#act-for`}
                  >
                    {t('detail.giveBooth')}
                  </a>
                </p>
              )}
            </section>
            {!archived && (
              <InviteSection
                accounts={accounts}
                open={invitations}
                timeZone={fair.timeZone}
                made={done?.did === 'invited' ? done : null}
                contactEmail={accounts.length === 0 ? stored.contactEmail : ''}
                problems={failure && failure.draft === null ? failure.fields : []}
              />
            )}
            {!archived && <ArchiveSection name={name} archived={false} booths={booths.map(({ number }) => number)} />}
          </div>
        </div>
      </div>
    </OrganiserShell>
  )
}
