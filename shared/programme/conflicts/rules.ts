import { boothAlone } from './boothAlone'
import { changeover } from './changeover'
import { missingEquipment } from './missingEquipment'
import { outsideHours } from './outsideHours'
import { overCapacity } from './overCapacity'
import { prerequisite } from './prerequisite'
import type { PairRule, SequelRule, SingleRule, StageRule } from './rule'
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
export const PAIR_RULES: readonly PairRule[] = [stageDouble, speakerDouble, sectorClash, walk]
export const STAGE_RULES: readonly StageRule[] = [changeover]
export const SEQUEL_RULES: readonly SequelRule[] = [prerequisite]
