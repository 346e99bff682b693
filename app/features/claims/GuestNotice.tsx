import { useTranslation } from 'react-i18next'
import type { ExhibitorFrameData } from '~/features/exhibitors/ExhibitorFrame'
import { exhibitorPaths } from '~/features/exhibitors/exhibitorPaths'
import { useLang } from '~/lib/useLang'

export interface GuestNoticeProps {
  signedIn: boolean
  organiser: boolean
  closed: boolean
  frame: ExhibitorFrameData
  returnTo: string
}

/** For those who act for no exhibitor: how they get to. */
export function GuestNotice({ signedIn, organiser, closed, frame, returnTo }: GuestNoticeProps) {
  const { t } = useTranslation('claims')
  const lang = useLang()
  const [text, label, href] = organiser
    ? ([t('choose.guest.organiser'), t('choose.guest.toQueue'), `/${lang}/organise/${frame.fairId}/claims`] as const)
    : !signedIn
      ? ([
          t('choose.guest.signIn'),
          t('choose.guest.toSignIn'),
          `/${lang}/sign-in?${new URLSearchParams({ return_to: returnTo })}`,
        ] as const)
      : closed
        ? ([t('choose.guest.closed'), null, null] as const)
        : ([t('choose.guest.join'), t('choose.guest.toJoin'), exhibitorPaths(lang, frame.slug).join] as const)
  return (
    <div className="notice guest">
      {!organiser && <p className="notice__title">{t('choose.guest.title')}</p>}
      <p>{text}</p>
      {href && (
        <p>
          <a className="button button--primary" href={href}>
            {label}
          </a>
        </p>
      )}
    </div>
  )
}
