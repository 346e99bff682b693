import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ChangesTimetable } from '~/features/releases/ChangesTimetable'
import type { ChangedDay } from '~/features/releases/types'
import { useFormat } from '~/lib/format'
import { DifferenceCounts, DifferenceList, MarksLegend } from './DifferenceList'
import { LeftList } from './LeftList'
import { MarkedPlan } from './MarkedPlan'
import type { ScopeKind } from './scopeKinds'
import type { DifferenceLine, ShownHall } from './types'

export interface ShownPreview {
  /** The last edit that was looked at. */
  latest: number
  changes: number
  title: string
  /** The scope as the form sends it. */
  fields: Readonly<Record<string, string>>
  lines: readonly DifferenceLine[]
  /** Halls with changes, drawn as they would be; none where the form above shows them. */
  halls: readonly ShownHall[]
  days: readonly ChangedDay[]
  left: readonly string[]
}

export interface RestorePreviewProps {
  preview: ShownPreview
  kind: ScopeKind
  position: number
  archived: boolean
}

/** What would change, and the button that does it. */
export function RestorePreview({ preview, kind, position, archived }: RestorePreviewProps) {
  const { t } = useTranslation('history')
  const format = useFormat()
  const busy = useNavigation().state === 'submitting'
  const { changes, title, lines, halls, days, left, fields, latest } = preview
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{title}</h2>
      <p role="status">{changes === 0 ? t('restore.nothing') : t('restore.count', { count: changes })}</p>
      {changes > 0 && (
        <>
          <DifferenceCounts lines={lines} words="restore" />
          <div className={halls.length + days.length > 0 ? 'changes-grid' : undefined}>
            <div className="stack">
              {halls.map(({ drawing, marks }) => (
                <figure key={drawing.id} className="stack stack--tight">
                  <MarkedPlan
                    hall={drawing}
                    marks={marks}
                    label={t('region.planOf', { hall: format.text(drawing.name) })}
                  />
                  <figcaption>
                    <MarksLegend words="restore" />
                  </figcaption>
                </figure>
              ))}
              {days.map((day) => (
                <div key={day.day} className="stack stack--tight">
                  <h3>{format.day(day.day)}</h3>
                  <ChangesTimetable day={day} label={`${title}: ${format.day(day.day)}`} />
                </div>
              ))}
            </div>
            <DifferenceList key={`${position} ${title}`} lines={lines} words="restore" />
          </div>
        </>
      )}
      {left.length > 0 && <LeftList title={t('left.title', { count: left.length })} lines={left} />}
      {changes > 0 && (
        <div className="card publish">
          <p>{t(`restore.keeps.${kind}`)}</p>
          {archived ? (
            <p className="field__hint">{t('restore.archived')}</p>
          ) : (
            <Form method="post">
              <input type="hidden" name="intent" value="restore" />
              <input type="hidden" name="at" value={position} />
              <input type="hidden" name="latest" value={latest} />
              {Object.entries(fields).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button type="submit" className="button button--primary" disabled={busy}>
                {t('restore.confirm', { count: changes })}
              </button>
            </Form>
          )}
        </div>
      )}
    </section>
  )
}
