import { columnInBooth } from './columnInBooth'
import { duplicateNumber } from './duplicateNumber'
import { exitClear } from './exitClear'
import { outside } from './outside'
import { overlap } from './overlap'
import type { GroupRule, PairRule, SingleRule } from './types'

export const SINGLE_RULES: readonly SingleRule[] = [outside]
export const PAIR_RULES: readonly PairRule[] = [overlap, columnInBooth, exitClear]
export const GROUP_RULES: readonly GroupRule[] = [duplicateNumber]
