import { useId } from 'react'
import type { Standing } from '#shared/merge/choose'
import type { Dispute } from '#shared/merge/dispute'
import type { DisputeWords } from './useDisputeWords'

interface DisputeRowProps {
  dispute: Dispute
  standing: Standing
  /** What is to stand. */
  chosen: Standing
  words: DisputeWords
  onChoose: (side: Standing) => void
}

/** One field, or one removal: what each side made of it, and what stands now. */
export function DisputeRow({ dispute, standing, chosen, words, onChoose }: DisputeRowProps) {
  const { t } = words
  const name = useId()
  const sides: readonly Standing[] = standing === 'other' ? ['mine', 'theirs', 'other'] : ['mine', 'theirs']
  const owner = { mine: t('merge:mine'), theirs: words.author(dispute), other: t('merge:asNow') }
  return (
    <fieldset className="dispute">
      <legend className="dispute__legend">{words.legend(dispute)}</legend>
      <div className="dispute__sides">
        {sides.map((side) => (
          <label key={side} className="dispute__side">
            <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
            <span className="dispute__owner">
              {owner[side]}
              {side === standing && side !== 'other' && <span className="dispute__now">{t('merge:now')}</span>}
            </span>
            <span className="dispute__value">
              {words.lines(dispute, side).map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
