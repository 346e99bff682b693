import { useTranslation } from 'react-i18next'

export interface OrganiserContactProps {
  fair: string
  organisers: readonly { name: string; email: string }[]
}

/** Whom to ask. */
export function OrganiserContact({ fair, organisers }: OrganiserContactProps) {
  const { t } = useTranslation('claims')
  if (organisers.length === 0) return null
  return (
    <section className="stack" aria-labelledby="questions">
      <h2 id="questions">{t('myBooth.contact.title')}</h2>
      <p>{t('myBooth.contact.text', { fair })}</p>
      <ul className="plain-list">
        {organisers.map(({ name, email }) => (
          <li key={email}>
            {name} · <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
