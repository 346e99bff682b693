import { useTranslation } from 'react-i18next'

/** Says what exactly will happen to whom, then does it; nothing is lost either way. */
export function ArchiveSection({ archived, may }: { archived: boolean; may: boolean }) {
  const { t } = useTranslation('fairs')
  return (
    <section className="stack section">
      <h2>{archived ? t('settings.unarchive') : t('settings.archive')}</h2>
      <p className="section__text">{archived ? t('settings.unarchiveHint') : t('settings.archiveHint')}</p>
      {may ? (
        <form method="post">
          <input type="hidden" name="intent" value={archived ? 'unarchive' : 'archive'} />
          <button type="submit" className={archived ? 'button' : 'button button--danger'}>
            {archived ? t('settings.unarchive') : t('settings.archiveSubmit')}
          </button>
        </form>
      ) : (
        <p className="field__hint">{t('settings.onlyOwner')}</p>
      )}
    </section>
  )
}
