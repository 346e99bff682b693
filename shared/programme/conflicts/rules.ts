import { boothAlone } from './boothAlone'
import { changeover } from './changeover'
import { missingEquipment } from './missingEquipment'
import { outsideHours } from './outsideHours'
import { overCapacity } from './overCapacity'
import { prerequisite } from './prerequisite'
import type { PairRule, SequelRule, Shared, SingleRule, StageRule } from './rule'
import { sectorClash } from './sectorClash'
import { speakerDouble } from './speakerDouble'
import { speakerUnavailable } from './speakerUnavailable'
import { stageDouble } from './stageDouble'
import { stageUnavailable } from './stageUnavailable'
import { walk } from './walk'

export const SINGLE_RULES: readonly SingleRule[] = [
  stageUnavailable,
  speakerUnavailable,
  outsideHours,
  overCapacity,
  missingEquipment,
  boothAlone,
]
const PAIR_RULES: readonly PairRule[] = [stageDouble, speakerDouble, sectorClash, walk]
export const PAIR_RULES_BY: Readonly<Record<Shared, readonly PairRule[]>> = {
  stage: PAIR_RULES.filter(({ by }) => by === 'stage'),
  person: PAIR_RULES.filter(({ by }) => by === 'person'),
  sector: PAIR_RULES.filter(({ by }) => by === 'sector'),
}
export const STAGE_RULES: readonly StageRule[] = [changeover]
export const SEQUEL_RULES: readonly SequelRule[] = [prerequisite]
