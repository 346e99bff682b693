import { useTranslation } from 'react-i18next'
import { useFormat } from '~/lib/format'
import { ChangesPlan } from './ChangesPlan'
import { CHANGE_KINDS } from './planChanges'
import type { ChangedHall, ChangedLine, ChangeKind } from './types'

export interface ChangesSectionProps {
  /** No release before: everything is new. */
  first: boolean
  boothCount: number
  lines: readonly ChangedLine[]
  counts: Readonly<Record<ChangeKind, number>>
  /** Halls, walls, exits, sectors ... that changed. */
  others: number
  halls: readonly ChangedHall[]
}

/** More are behind a click. */
const LISTED = 12

export function ChangesSection({ first, boothCount, lines, counts, others, halls }: ChangesSectionProps) {
  const { t } = useTranslation('releases')
  const format = useFormat()
  return (
    <section className="stack" aria-labelledby="changes">
      <h2 id="changes">{t('changes.title')}</h2>
      {first ? (
        <p>{t('changes.firstCounts', { count: boothCount })}</p>
      ) : lines.length === 0 && others === 0 ? (
        <p>{t('changes.none')}</p>
      ) : (
        <>
          <ul className="change-counts">
            {CHANGE_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
              <li key={kind}>
                <span className={`change-sign change-sign--${signOf(kind)}`}>
                  {t(`changes.${kind}`, { count: counts[kind] })}
                </span>
              </li>
            ))}
            {others > 0 && <li className="booth-facts__soft">{t('changes.otherThings', { count: others })}</li>}
          </ul>
          <div className="changes-grid">
            <div className="stack">
              {halls.map((hall) => (
                <ChangesPlan key={hall.id} hall={hall} label={`${t('changes.title')}: ${format.text(hall.name)}`} />
              ))}
            </div>
            {lines.length > 0 && (
              <div>
                <ChangedList lines={lines.slice(0, LISTED)} />
                {lines.length > LISTED && (
                  <details className="more">
                    <summary>{t('changes.showAll', { count: lines.length })}</summary>
                    <ChangedList lines={lines.slice(LISTED)} />
                  </details>
                )}
              </div>
            )}
          </div>
        </>
      )}
    </section>
  )
}

const signOf = (kind: ChangeKind) => (kind === 'added' || kind === 'gone' ? kind : 'changed')

function ChangedList({ lines }: { lines: readonly ChangedLine[] }) {
  const { t } = useTranslation('releases')
  return (
    <ul className="changed-list">
      {lines.map(({ boothId, number, before, kinds, holder }) => (
        <li key={boothId}>
          <strong>{number}</strong>
          <span>
            {kinds.map((kind) => (
              <span key={kind} className={`change-sign change-sign--${signOf(kind)}`}>
                {t(`changes.kinds.${kind}`)}
              </span>
            ))}{' '}
            {before && <span className="booth-facts__soft">{t('changes.was', { number: before })}</span>}
            {holder && <span className="changed-list__holder">{t('changes.heldBy', { name: holder })}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
