import { useState } from 'react'
import { type Standing, standingOf } from '#shared/merge/choose'
import type { Dispute, Side } from '#shared/merge/dispute'
import { Dialog } from '../parts/Dialog'
import { useLive, usePlan, useValue } from '../useLive'
import { DisputeRow } from './DisputeRow'
import { useDisputeWords } from './useDisputeWords'
import { useMergeNames } from './useMergeNames'

/** So many are shown at first, and more each time one asks. */
const PAGE = 40

/** Records in the order in which they came, each with what is disputed of it. */
function byRecord(disputes: readonly Dispute[]): Dispute[][] {
  const groups = new Map<string, Dispute[]>()
  for (const dispute of disputes) {
    const key = `${dispute.kind}/${dispute.id}`
    groups.set(key, [...(groups.get(key) ?? []), dispute])
  }
  return [...groups.values()]
}

/** Read first, and no choice suggested: the dialog puts the focus here as it opens. */
const focusFirst = (element: HTMLElement | null) => element?.setAttribute('autofocus', '')

/** What others changed too while one was away: mine, theirs and now, to choose from. */
export function ReturnedDialog() {
  const { returned } = useLive()
  const { disputes } = useValue(returned)
  // What stands now follows the document.
  usePlan()
  const words = useDisputeWords(useMergeNames(disputes))
  const { t } = words
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const [shown, setShown] = useState(PAGE)

  const standings = new Map(disputes.map((dispute) => [dispute.key, standingOf(dispute, returned.read(dispute))]))
  const standingAt = (dispute: Dispute): Standing => standings.get(dispute.key) ?? 'other'
  const changing = disputes.filter((dispute) => {
    const side = choices.get(dispute.key)
    return side !== undefined && side !== standingAt(dispute)
  })
  const choose = (some: readonly Dispute[], side: Standing) => {
    const next = new Map(choices)
    for (const { key } of some) {
      if (side === 'other') next.delete(key)
      else next.set(key, side)
    }
    setChoices(next)
  }
  const chosenAt = (dispute: Dispute) => choices.get(dispute.key) ?? standingAt(dispute)
  const allAre = (side: Side) => disputes.every((dispute) => chosenAt(dispute) === side)
  const rest = disputes.length - shown

  return (
    <Dialog alert className="dialog--wide returned" title={t('merge:title')} onClose={() => returned.setLater(true)}>
      <p ref={focusFirst} tabIndex={-1} className="returned__intro">
        {t('merge:intro', { count: disputes.length })}
      </p>
      {disputes.length > 1 && (
        <fieldset className="returned__all">
          <legend>{t('merge:all')}</legend>
          <div className="segmented">
            {(['mine', 'theirs'] as const).map((side) => (
              <button key={side} type="button" aria-pressed={allAre(side)} onClick={() => choose(disputes, side)}>
                {t(`merge:${side}`)}
              </button>
            ))}
            <button type="button" aria-pressed={changing.length === 0} onClick={() => choose(disputes, 'other')}>
              {t('merge:asNow')}
            </button>
          </div>
        </fieldset>
      )}
      <ul className="returned__list">
        {byRecord(disputes.slice(0, shown)).map((group) =>
          group.slice(0, 1).map((first) => (
            <li key={`${first.kind}/${first.id}`} className="returned__record">
              <h3 className="returned__name">
                <span className="returned__kind">{words.kindName(first)}</span> {words.recordName(first)}
              </h3>
              {group.map((dispute) => (
                <DisputeRow
                  key={dispute.key}
                  dispute={dispute}
                  standing={standingAt(dispute)}
                  chosen={chosenAt(dispute)}
                  words={words}
                  onChoose={(side) => choose([dispute], side)}
                />
              ))}
            </li>
          )),
        )}
      </ul>
      {rest > 0 && (
        <button type="button" className="button button--small button--wide" onClick={() => setShown(shown + PAGE)}>
          {t('merge:more', { count: Math.min(PAGE, rest) })}
        </button>
      )}
      <div className="dialog__actions returned__actions">
        <button type="button" className="button" onClick={() => returned.setLater(true)}>
          {t('merge:later')}
        </button>
        <button type="button" className="button button--primary" onClick={() => returned.decide(choices)}>
          {changing.length > 0 ? t('merge:save', { count: changing.length }) : t('merge:leave')}
        </button>
      </div>
    </Dialog>
  )
}
