import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'

export interface InvitationLinkProps {
  invitation: { link: string; expiresAt: Date; mailedTo: string | null }
  timeZone: string
}

/** The link, shown this once. Without a clipboard (plain http on a LAN, no script) it can be selected. */
export function InvitationLink({ invitation, timeZone }: InvitationLinkProps) {
  const { t } = useTranslation('team')
  const format = useFormat()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(invitation.link)
      setCopied(true)
    } catch {
      // It is selected: Ctrl+C does the rest.
      setCopied(false)
    }
  }
  return (
    <div className="notice notice--success" role="status">
      <p className="notice__title">{t('madeTitle')}</p>
      <p>{t('made', { date: format.instant(invitation.expiresAt, timeZone) })}</p>
      {invitation.mailedTo && <p>{t('mailed', { email: invitation.mailedTo })}</p>}
      <div className="copy-line">
        <input
          ref={field}
          className="input"
          readOnly
          value={invitation.link}
          aria-label={t('link')}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? t('copied') : t('copy')}
        </button>
      </div>
    </div>
  )
}
